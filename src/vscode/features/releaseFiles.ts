import * as vscode from 'vscode';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { Corpora } from '../corpus/corpora';
import { nameRelease } from '../corpus/nameRelease';
import { isFolder, mirrorOf, sidecarOf } from '../corpus/sidecarPlaces';
import type { Log } from '../support/log';
import { exists, openDocument } from '../support/textFiles';

/** A rename that was begun is over by then, or was given up. */
const renamedAfterMs = 5000;

/**
 * Sidecars go where their releases go: renamed and moved with them, and back when that is undone; put into the trash with them, and
 * written again when that is undone. A folder that mirrors one of releases goes with that.
 *
 * Pressmark moves them itself: of changes that an extension only proposes, VS Code asks in a dialog whether it may make them.
 */
export function registerReleaseFiles(corpora: Corpora, store: SidecarStore, log: Log): vscode.Disposable {
  const deleted = new DeletedSidecars(corpora);
  return vscode.Disposable.from(
    // Before the releases, so that none is ever seen without its annotations.
    vscode.workspace.onWillRenameFiles(({ files, waitUntil }) =>
      waitUntil(log.guard('taking sidecars along', () => moveBefore(files, corpora, log))),
    ),
    vscode.workspace.onDidRenameFiles(
      ({ files }) =>
        void log.guard('taking sidecars along', async () => {
          // What is undone or redone is told of only when it is done.
          await moveSidecars(files, corpora);
          for (const { newUri } of files) await nameRelease(newUri, corpora, store);
        }),
    ),
    vscode.workspace.onDidDeleteFiles(
      ({ files }) =>
        void log.guard('taking sidecars along', async () => {
          for (const uri of files) await deleted.follow(uri);
        }),
    ),
    vscode.workspace.onDidCreateFiles(
      ({ files }) =>
        void log.guard('bringing sidecars back', async () => {
          for (const uri of files) await deleted.bringBack(uri);
        }),
    ),
  );
}

interface Renamed {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Moves sidecars before their releases; what is proposed instead, where a sidecar has unsaved changes, is for the editor to do. */
async function moveBefore(
  files: readonly Renamed[],
  corpora: Corpora,
  log: Log,
): Promise<vscode.WorkspaceEdit> {
  const unsaved = new vscode.WorkspaceEdit();
  await moveSidecars(files, corpora, unsaved);
  setTimeout(() => {
    void log.guard('taking sidecars back', async () => {
      for (const { oldUri, newUri } of files)
        if ((await exists(oldUri)) && !(await exists(newUri)))
          await moveSidecars([{ oldUri: newUri, newUri: oldUri }], corpora);
    });
  }, renamedAfterMs);
  return unsaved;
}

/** @param unsaved is told of those that have unsaved changes in an editor, instead of moving them */
async function moveSidecars(
  files: readonly Renamed[],
  corpora: Corpora,
  unsaved?: vscode.WorkspaceEdit,
): Promise<void> {
  for (const { oldUri, newUri } of files) {
    const isOfFolder = (await isFolder(oldUri)) || (await isFolder(newUri));
    const place = isOfFolder ? mirrorOf : sidecarOf;
    const [source, target] = [await place(oldUri, corpora), await place(newUri, corpora)];
    if (!source || !target || source.toString() === target.toString()) continue;
    if (!(await exists(source)) || (await exists(target))) continue;
    if (unsaved && openDocument(source)?.isDirty)
      unsaved.renameFile(source, target, { ignoreIfExists: true });
    else await vscode.workspace.fs.rename(source, target, { overwrite: false });
  }
}

/** Sidecars that were deleted with their releases in this session. */
class DeletedSidecars {
  private readonly contents = new Map<string, Uint8Array>();

  constructor(private readonly corpora: Corpora) {}

  /** Puts the sidecars of what was deleted into the trash, where there is one. */
  async follow(uri: vscode.Uri): Promise<void> {
    const sidecar = await sidecarOf(uri, this.corpora);
    const place = sidecar ?? (await mirrorOf(uri, this.corpora));
    if (!place || !(await exists(place)) || (await exists(uri))) return;
    if (sidecar) this.contents.set(uri.toString(), await vscode.workspace.fs.readFile(sidecar));
    const useTrash = vscode.workspace.getConfiguration('files').get('enableTrash', true);
    const remove = (options: { useTrash: boolean }): Thenable<void> =>
      vscode.workspace.fs.delete(place, { recursive: true, ...options });
    if (useTrash) await remove({ useTrash }).then(undefined, () => remove({ useTrash: false }));
    else await remove({ useTrash });
  }

  /** What was deleted is there again: so is its sidecar. */
  async bringBack(uri: vscode.Uri): Promise<void> {
    const content = this.contents.get(uri.toString());
    const sidecar = content && (await sidecarOf(uri, this.corpora));
    if (!sidecar) return;
    this.contents.delete(uri.toString());
    if (!(await exists(sidecar))) await vscode.workspace.fs.writeFile(sidecar, content);
  }
}
