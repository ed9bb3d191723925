import * as vscode from 'vscode';
import { SidecarStore } from '../../core/annotation/sidecarStore';
import type { Services } from '../services';
import { openDocument } from '../support/textFiles';
import { editorFiles } from './editorFiles';

/** The store of all sidecars of this window; they are named by their URIs. One with unsaved changes is written in its editor. */
export function createSidecarStore(services: Services): SidecarStore {
  return new SidecarStore({
    files: editorFiles(services),
    ...(services.recovery ? { recovery: services.recovery } : {}),
    openDocument: (name) => {
      const uri = vscode.Uri.parse(name);
      const document = openDocument(uri);
      if (!document?.isDirty) return undefined;
      return {
        text: document.getText(),
        replace: (text) => {
          const edit = new vscode.WorkspaceEdit();
          edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
          return Promise.resolve(vscode.workspace.applyEdit(edit));
        },
      };
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => new Date(),
    random: Math.random,
  });
}
