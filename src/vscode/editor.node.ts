import * as vscode from 'vscode';
import { appendFile } from '../node/appendFile';
import { replaceFile } from '../node/atomicWrite';
import { cacheFileOf, engineOf, settingsOf } from '../node/indexing/engine';
import { nodeFiles } from '../node/nodeFiles';
import { recoveryFolder } from '../node/recoveryFolder';
import { NodeIndexerHost } from '../node/indexing/nodeIndexerHost';
import { committedText, gitUserName, mergeBase } from '../node/git';
import { start } from './activation';
import type { PressmarkApi } from './api';
import { slicedIndexing } from './corpus/slicedIndexing';
import type { Views } from './start/views';
import type { IndexedFolder, IndexHosting, Services } from './services';

/** Starts Pressmark on a desktop or a server. Git and atomic writes reach only files on disk. */
export function startEditor(context: vscode.ExtensionContext, views: Views): PressmarkApi {
  const services: Services = {
    gitUserName: async (folder) => (mayAskGit(folder) ? gitUserName(folder.fsPath) : undefined),
    committedText: async (release, text) =>
      mayAskGit(release) ? committedText(release.fsPath, text) : undefined,
    mergeBase: async (file) => (mayAskGit(file) ? mergeBase(file.fsPath) : undefined),
    indexing: (folder) =>
      folder.root.scheme === 'file' ? indexingOnDisk(context, folder) : slicedIndexing(folder),
    disk: nodeFiles,
    lockName: undefined,
    recovery: recoveryFolder(inStorage(context, 'unsaved')),
    appendFile: async (file, content) => appendFile(file.fsPath, content),
    replaceFile: async (file, content) => replaceFile(file.fsPath, content),
  };
  return start(context, views, services);
}

/** A repository's own configuration can make git run programs, so git is asked only where the person trusts the folder. */
function mayAskGit({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.workspace.isTrusted;
}

function indexingOnDisk(context: vscode.ExtensionContext, folder: IndexedFolder): IndexHosting {
  const { root, ...how } = folder;
  const corpus = { ...how, root: root.fsPath, exclude: [], background: true };
  const workerScript = context.asAbsolutePath('dist/indexWorker.js');
  const cacheFile = cacheFileOf(context.globalStorageUri.fsPath, root.fsPath);
  const host = new NodeIndexerHost({ corpus, workerScript, cacheFile });
  return {
    host,
    engine: engineOf(workerScript),
    settings: settingsOf(corpus),
    dispose: async () => host.dispose(),
  };
}

function inStorage(context: vscode.ExtensionContext, name: string): string {
  const { globalStorageUri } = context;
  return globalStorageUri.with({ path: `${globalStorageUri.path}/${name}` }).fsPath;
}
