import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat'));

describe('SECURITY.md', () => {
  it('names a test for each threat, and every one of them is there', () => {
    assert(rows.length > 15);
    for (const row of rows) {
      const named = [...row.matchAll(/`(test\/[^`]+\.test\.ts)` “([^”]+)”/g)];
      assert(named.length > 0, `no test is named in: ${row}`);
      for (const [, path, title] of named) {
        const source = readFileSync(join(root, path!), 'utf8');
        assert(source.includes(title!), `${path} has no “${title}”`);
      }
    }
  });
});
