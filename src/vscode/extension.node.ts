import type * as vscode from 'vscode';
import { replaceFile } from '../node/atomicWrite';
import { committedText, gitUserName } from '../node/git';
import { start } from './activation';
import type { PressmarkApi } from './api';
import type { Services } from './services';

/** Entry point on a desktop or a server. Git and atomic writes reach only files on disk. */
export function activate(context: vscode.ExtensionContext): PressmarkApi {
  const services: Services = {
    gitUserName: async (folder) => (folder.scheme === 'file' ? gitUserName(folder.fsPath) : undefined),
    committedText: async (release, text) =>
      release.scheme === 'file' ? committedText(release.fsPath, text) : undefined,
    replaceFile: async (file, content) => replaceFile(file.fsPath, content),
  };
  return start(context, services);
}
