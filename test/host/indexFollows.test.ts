import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, until, uriOf, write } from './support/pressmark';

const windows1252 = Uint8Array.from([
  ...new TextEncoder().encode('Talks Held\n\nPyongyang, May 3 (KCNA) -- Minister Zo'),
  0xeb,
  ...new TextEncoder().encode(' Codepagetest answered questions. -0-\n'),
]);

describe('the index and the settings of the workspace', () => {
  before(async () => {
    await write('codepage/pressmark.yaml', 'version: 1\n');
    await write(
      'codepage/entities.yaml',
      'version: 1\nentities:\n  - {id: zoe-codepagetest, type: person, name: Zoë Codepagetest}   # invented\n',
    );
    await write('codepage/old.txt', windows1252);
    await write(
      'codepage/new.txt',
      'Talks Go On\n\nPyongyang, May 4 (KCNA) -- Zoe Codepagetest spoke again. -0-\n',
    );
  });

  after(async () => {
    await vscode.workspace.getConfiguration('files').update('encoding', undefined, false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('files are read in the encoding of the settings, also when that changes', async () => {
    const { document } = await openRelease('codepage/new.txt');
    const references = async (): Promise<number> =>
      (
        await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          document.positionAt(document.getText().indexOf('Codepagetest')),
        )
      ).length;
    assert.equal(await references(), 1);
    await vscode.workspace.getConfiguration('files').update('encoding', 'windows1252', false);
    await until('the mention in the other encoding', async () => (await references()) === 2);
  });

  it('a folder that is moved into the corpus, or deleted, is noticed', async () => {
    const { document } = await openRelease('codepage/new.txt');
    const references = async (): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          document.positionAt(document.getText().indexOf('Codepagetest')),
        )
      ).map(({ uri }) => uri.path);
    await write(
      'elsewhere/moved/third.txt',
      'News\n\nPyongyang, May 5 (KCNA) -- Zoe Codepagetest left. -0-\n',
    );
    const { fs } = vscode.workspace;
    await fs.rename(uriOf('elsewhere/moved'), uriOf('codepage/moved'));
    await until('the mention in the moved folder', async () =>
      (await references()).some((path) => path.endsWith('moved/third.txt')),
    );
    await fs.delete(uriOf('codepage/moved'), { recursive: true });
    await until('the mention to be gone', async () =>
      (await references()).every((path) => !path.endsWith('moved/third.txt')),
    );
  });

  it('other releases are read when the globs of pressmark.yaml change, and those before when they change back', async () => {
    await write(
      'codepage/drafts/fourth.txt',
      'Draft\n\nPyongyang, May 6 (KCNA) -- Zoe Codepagetest wrote. -0-\n',
    );
    const { document } = await openRelease('codepage/new.txt');
    const files = async (): Promise<string> =>
      [
        ...new Set(
          (
            await vscode.commands.executeCommand<vscode.Location[]>(
              'vscode.executeReferenceProvider',
              document.uri,
              document.positionAt(document.getText().indexOf('Codepagetest')),
            )
          ).map(({ uri }) => uri.path.replace(/^.*\//, '')),
        ),
      ]
        .sort()
        .join(' ');
    let found = '';
    const become = (wanted: string): Promise<unknown> =>
      until(
        () => `mentions in ${wanted}, not in ${found}`,
        async () => (found = await files()) === wanted,
      );
    await become('fourth.txt new.txt old.txt');
    await write('codepage/pressmark.yaml', 'version: 1\nreleases: ["new.txt", "drafts/**"]\n');
    await become('fourth.txt new.txt');
    await write('codepage/pressmark.yaml', 'version: 1\nreleases: ["**/*.txt", "!drafts/**"]\n');
    await become('new.txt old.txt');
    await write('codepage/pressmark.yaml', 'version: 1\n');
    await become('fourth.txt new.txt old.txt');
  });
});
