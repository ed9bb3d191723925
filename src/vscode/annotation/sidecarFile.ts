import * as vscode from 'vscode';
import { fingerprint } from '../../core/annotation/fingerprint';
import { editSidecar, newSidecar, readSidecar } from '../../core/annotation/sidecar';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import type { Services } from '../services';
import { fileName, openDocument, readSavedText } from '../support/textFiles';

/** One sidecar on disk or open in an editor; writes to it happen one after the other. */
export class SidecarFile {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly uri: vscode.Uri,
    private readonly release: vscode.Uri,
    private readonly services: Services,
  ) {}

  /** Its source, unsaved changes in an editor included; undefined where there is none. */
  async read(): Promise<string | undefined> {
    return openDocument(this.uri)?.getText() ?? (await readSavedText(this.uri));
  }

  /** Brings the edits into the file as it is now; says why when it can't. */
  async write(edits: readonly SidecarEdit[]): Promise<string | undefined> {
    const written = this.queue.then(() => this.writeNow(edits));
    this.queue = written.catch(() => undefined);
    return written;
  }

  private async writeNow(edits: readonly SidecarEdit[]): Promise<string | undefined> {
    try {
      const source = await this.read();
      if (source !== undefined && !readSidecar(source).sidecar) {
        return vscode.l10n.t('{0} can’t be read, so it was not written to.', fileName(this.uri));
      }
      const before = source ?? newSidecar(fileName(this.release), fingerprint(''));
      const after = editSidecar(before, edits);
      if (after !== source) await this.replace(after);
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return vscode.l10n.t('{0} could not be written: {1}', fileName(this.uri), reason);
    }
  }

  private async replace(source: string): Promise<void> {
    const document = openDocument(this.uri);
    if (document?.isDirty) {
      const edit = new vscode.WorkspaceEdit();
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(this.uri, all, source);
      await vscode.workspace.applyEdit(edit);
      return;
    }
    const bytes = new TextEncoder().encode(source);
    if (this.services.replaceFile) await this.services.replaceFile(this.uri, bytes);
    else await vscode.workspace.fs.writeFile(this.uri, bytes);
  }
}
