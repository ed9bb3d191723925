import * as vscode from 'vscode';
import { mirroredFolder, sidecarPath, sidecarSuffix } from '../../core/corpus/project';
import { readSidecar } from '../../core/annotation/sidecar';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import { SidecarFile } from '../annotation/sidecarFile';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';
import { exists, fileName, readSavedText } from '../support/textFiles';

/**
 * Sidecars go where their releases go: renamed and moved with them as part of the same step (undo takes both back),
 * copied beside a copy, and put into the trash with them. A folder that mirrors one of releases goes with that.
 */
export function registerReleaseFiles(corpora: Corpora, store: SidecarStore, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      const moves = log.guard('taking sidecars along', async () => {
        const edit = new vscode.WorkspaceEdit();
        for (const { oldUri, newUri } of event.files) await moveSidecar(edit, oldUri, newUri, corpora);
        return edit;
      });
      event.waitUntil(moves.then((edit) => edit ?? new vscode.WorkspaceEdit()));
    }),
    vscode.workspace.onDidRenameFiles(
      (event) =>
        void log.guard('naming moved releases in their sidecars', async () => {
          for (const { newUri } of event.files) await nameRelease(newUri, corpora, store);
        }),
    ),
    vscode.workspace.onWillDeleteFiles((event) => {
      const edit = log.guard('taking sidecars along', async () => {
        const deletions = new vscode.WorkspaceEdit();
        const together = new Set(event.files.map((uri) => uri.toString()));
        for (const uri of event.files) {
          const sidecar = (await sidecarOf(uri, corpora)) ?? (await mirrorOf(uri, corpora));
          if (sidecar && !together.has(sidecar.toString()) && (await exists(sidecar))) {
            deletions.deleteFile(sidecar, { ignoreIfNotExists: true, recursive: true });
          }
        }
        return deletions;
      });
      event.waitUntil(edit.then((deletions) => deletions ?? new vscode.WorkspaceEdit()));
    }),
    watchCopies(corpora, store, log),
  );
}

async function moveSidecar(
  edit: vscode.WorkspaceEdit,
  from: vscode.Uri,
  to: vscode.Uri,
  corpora: Corpora,
): Promise<void> {
  const isFolder = await isDirectory(from);
  const place = isFolder ? placeOfMirror : sidecarOf;
  const [source, target] = [await place(from, corpora), await place(to, corpora)];
  if (!source || !target || source.toString() === target.toString() || !(await exists(source))) return;
  edit.renameFile(source, target, { ignoreIfExists: true });
}

/** The `release:` line of a moved sidecar names the file it now belongs to. */
export async function nameRelease(release: vscode.Uri, corpora: Corpora, store: SidecarStore): Promise<void> {
  const sidecar = await sidecarOf(release, corpora);
  const source = sidecar && (await readSavedText(sidecar));
  if (!sidecar || source === undefined) return;
  const read = readSidecar(source);
  const name = fileName(release);
  if (!read.writable || read.sidecar?.release === name) return;
  // As every other edit: what is tagged meanwhile waits for it, or it for that.
  const problem = await new SidecarFile(sidecar, release, store).write([{ kind: 'release', name }]);
  if (problem !== undefined) throw new Error(problem);
}

/**
 * A copied release has the text of the one it was copied from; the explorer says nothing of where a new file comes from,
 * so it is recognised by its name ("… copy.txt", as the explorer names copies) and its bytes.
 */
function watchCopies(corpora: Corpora, store: SidecarStore, log: Log): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(
    (event) =>
      void log.guard('copying sidecars', async () => {
        for (const uri of event.files) await copySidecar(uri, corpora, store);
      }),
  );
}

async function copySidecar(copy: vscode.Uri, corpora: Corpora, store: SidecarStore): Promise<void> {
  const match = /^(.*) copy(?: \d+)?(\.[^.]+)$/.exec(fileName(copy));
  if (!match) return;
  const original = vscode.Uri.joinPath(copy, '..', `${match[1]}${match[2]}`);
  const [source, target] = [await sidecarOf(original, corpora), await sidecarOf(copy, corpora)];
  if (!source || !target || !(await exists(source)) || (await exists(target))) return;
  const [one, other] = [await readSavedText(original), await readSavedText(copy)];
  if (one === undefined || one !== other) return;
  await vscode.workspace.fs.copy(source, target, { overwrite: false });
  await nameRelease(copy, corpora, store);
}

/** Where the sidecar of a file lies or would lie; undefined for what can't have one. */
async function sidecarOf(uri: vscode.Uri, corpora: Corpora): Promise<vscode.Uri | undefined> {
  if (uri.path.endsWith(sidecarSuffix) || !/\.(txt|release|pr)$/i.test(uri.path)) return undefined;
  const corpus = await corpora.of(uri);
  const path = uri.path.slice(corpus.root.path.length).replace(/^\//, '');
  return vscode.Uri.joinPath(corpus.root, sidecarPath(path, corpus.project));
}

/** The folder of sidecars that mirrors a folder, or would. */
async function placeOfMirror(uri: vscode.Uri, corpora: Corpora): Promise<vscode.Uri | undefined> {
  const { root, project } = await corpora.of(uri);
  if (!uri.path.startsWith(`${root.path}/`)) return undefined;
  const mirror = mirroredFolder(uri.path.slice(root.path.length + 1), project);
  return mirror === undefined ? undefined : vscode.Uri.joinPath(root, mirror);
}

async function mirrorOf(uri: vscode.Uri, corpora: Corpora): Promise<vscode.Uri | undefined> {
  return (await isDirectory(uri)) ? placeOfMirror(uri, corpora) : undefined;
}

async function isDirectory(uri: vscode.Uri): Promise<boolean> {
  const info = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
  return info !== undefined && (info.type & vscode.FileType.Directory) !== 0;
}
