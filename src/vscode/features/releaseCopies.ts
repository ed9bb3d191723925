import * as vscode from 'vscode';
import { sidecarSuffix } from '../../core/corpus/project';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { Corpora } from '../corpus/corpora';
import { nameRelease } from '../corpus/nameRelease';
import { sidecarOf } from '../corpus/sidecarPlaces';
import type { Log } from '../support/log';
import { exists, fileName, readSavedText } from '../support/textFiles';

/** Of more files than that made at once, none is looked for elsewhere: that would take long. */
const mostSearched = 50;

/**
 * The copy of a release has a copy of its annotations. VS Code says nothing of where a new file comes from, so it is recognised by
 * its name, as the explorer names copies, and by its text.
 */
export function registerReleaseCopies(corpora: Corpora, store: SidecarStore, log: Log): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(
    ({ files }) =>
      void log.guard('copying sidecars', async () => {
        for (const uri of files) await copySidecar(uri, files.length <= mostSearched);
      }),
  );

  async function copySidecar(copy: vscode.Uri, isSearched: boolean): Promise<void> {
    if (await removeMisnamed(copy)) return;
    const target = await sidecarOf(copy, corpora);
    if (!target || (await exists(target))) return;
    const text = await readSavedText(copy);
    const beside = originalName(fileName(copy));
    const originals = beside ? [vscode.Uri.joinPath(copy, '..', beside)] : [];
    if (!beside && isSearched) originals.push(...(await namesakes(copy)));
    for (const original of originals) {
      const source = await sidecarOf(original, corpora);
      if (!source || !(await exists(source)) || (await readSavedText(original)) !== text) continue;
      if (await exists(target)) return;
      await vscode.workspace.fs.copy(source, target, { overwrite: false });
      await nameRelease(copy, corpora, store);
      return;
    }
  }
}

/**
 * The explorer copies the files that it nests under a release, too, and names the copy of a sidecar `visit.txt.annotations copy.yaml`,
 * which is nobody's. It is removed where it says nothing that the sidecar doesn't.
 */
async function removeMisnamed(uri: vscode.Uri): Promise<boolean> {
  const match = /^(.*\.annotations) copy(?: \d+)?(\.yaml)$/.exec(fileName(uri));
  if (!match) return false;
  const original = vscode.Uri.joinPath(uri, '..', `${match[1]}${match[2]}`);
  const [one, other] = [await readSavedText(original), await readSavedText(uri)];
  if (one !== undefined && one === other) await vscode.workspace.fs.delete(uri);
  return true;
}

/** Of `visit copy.txt` and `visit copy 2.txt`, `visit.txt`. */
function originalName(name: string): string | undefined {
  const match = /^(.*) copy(?: \d+)?(\.[^.]+)$/.exec(name);
  return match ? `${match[1]}${match[2]}` : undefined;
}

/** `001.txt` may stand in every folder of a corpus; the one that was copied is to be among those that are looked at. */
const mostNamesakes = 2000;

/** Files of the workspace in other folders with the name of this one. */
async function namesakes(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const name = fileName(uri);
  if (name.endsWith(sidecarSuffix)) return [];
  const pattern = `**/${name.replace(/[[\]{}*?]/g, '?')}`;
  const found = await vscode.workspace.findFiles(pattern, undefined, mostNamesakes);
  return found.filter((other) => other.toString() !== uri.toString() && fileName(other) === name);
}
