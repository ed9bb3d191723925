import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

interface Translation {
  readonly language: string;
  readonly file: string;
}

interface Problems {
  readonly missing: readonly string[];
  readonly unused: readonly string[];
  readonly otherHoles: readonly string[];
}

interface Tool {
  translations(): Promise<readonly Translation[]>;
  problemsOf(translation: Translation): Problems;
}

describe('the translations', () => {
  let tool: Tool;

  before(async () => {
    tool = (await import(pathToFileURL(join(__dirname, '../../scripts/l10n.mjs')).href)) as Tool;
  });

  it('are complete, hold nothing that is not asked for, and keep links and places for arguments', async () => {
    for (const translation of await tool.translations()) {
      assert.deepEqual(
        tool.problemsOf(translation),
        { missing: [], unused: [], otherHoles: [] },
        `${translation.file}: see npm run l10n`,
      );
    }
  });

  it('are there in Korean and Russian, for the code and for the manifest', async () => {
    assert.deepEqual(
      (await tool.translations()).map(({ file }) => file),
      ['l10n/bundle.l10n.ko.json', 'package.nls.ko.json', 'l10n/bundle.l10n.ru.json', 'package.nls.ru.json'],
    );
  });
});
