import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import { run } from '../../../src/cli/program';
import { testIo } from './testIo';

const releases = join(__dirname, '../../../../shared/press-releases');

const gazetteer = `version: 1
entities:
  - {id: vladimir-putin, type: person, name: Vladimir Putin, family: Putin, offices: [{title: President, of: russia}]}
  - {id: kim-jong-un, type: person, name: Kim Jong Un, family: Kim}
  - {id: sergey-lavrov, type: person, name: Sergey Lavrov, family: Lavrov, aliases: [Sergei Lavrov]}
  - {id: russia, type: place, name: Russia, aliases: [Russian Federation], demonyms: [Russian]}
  - {id: north-korea, type: place, name: North Korea, aliases: [DPRK, Democratic People's Republic of Korea]}
  - {id: pyongyang, type: place, name: Pyongyang}
`;

interface Line {
  readonly file: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly entity?: string }[];
}

describe('pressmark find and pressmark mentions', () => {
  it('say the same of real releases', async function () {
    if (!existsSync(releases)) {
      console.log('    ../shared/press-releases is not here: skipped');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-equal-'));
    const file = join(folder, 'some.yaml');
    writeFileSync(file, gazetteer);
    const lines = async (...args: string[]): Promise<Line[]> => {
      const io = testIo(releases);
      assert.equal(await run([...args, '--no-builtin', '--gazetteer', file], io, commands), 0, io.stderr);
      return io.stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line);
    };
    const names = readdirSync(releases)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const said = await lines('mentions', ...names);
    let compared = 0;
    for (const entity of [
      'vladimir-putin',
      'kim-jong-un',
      'sergey-lavrov',
      'russia',
      'north-korea',
      'pyongyang',
    ]) {
      const expected = said.flatMap(({ file, mentions }) =>
        mentions.filter((one) => one.entity === entity).map(({ start, end }) => ({ file, start, end })),
      );
      const found = (await lines('find', entity, '.', '--no-cache')).flatMap(({ file, mentions }) =>
        mentions.map(({ start, end }) => ({ file, start, end })),
      );
      assert.deepEqual(found, expected, entity);
      compared += found.length;
    }
    rmSync(folder, { recursive: true });
    assert.ok(compared > 50, `${compared} mentions`);
  });
});
