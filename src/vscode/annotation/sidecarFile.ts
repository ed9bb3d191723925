import { inLanguage } from '../support/inLanguage';
import type * as vscode from 'vscode';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import type { SidecarFile as ParsedSidecar } from '../../core/annotation/sidecarFile';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import { fileName, readText } from '../support/textFiles';
import { hold, sidecarOf } from './heldSidecars';

/** One sidecar, in the window's store: written one edit after the other, merged with what others write. */
export class SidecarFile {
  constructor(
    readonly uri: vscode.Uri,
    private readonly release: vscode.Uri,
    private readonly store: SidecarStore,
  ) {}

  /** Its source, unsaved changes in an editor included, with what waits to be written; undefined where there is none. */
  async read(): Promise<string | undefined> {
    const source = await readText(this.uri);
    if (source !== undefined && !sidecarOf(source).writable) return source;
    await this.open();
    const { file, saved } = await this.store.refresh(this.name);
    return source === undefined && saved ? undefined : hold(file).source;
  }

  /** The file as it is now, with what waits to be written. */
  async current(): Promise<ParsedSidecar> {
    await this.open();
    return this.store.state(this.name)!.file;
  }

  /** Brings the edits into the file as it is now; says why when it can't. What can't be written is kept. */
  async write(edits: readonly SidecarEdit[]): Promise<string | undefined> {
    await this.open();
    const { state } = await this.store.edit(this.name, edits);
    hold(state.file);
    return state.problem && inLanguage(state.problem.message);
  }

  /** What the window's store calls it. */
  get name(): string {
    return this.uri.toString();
  }

  private async open(): Promise<void> {
    if (!this.store.state(this.name)) await this.store.open(this.name, fileName(this.release));
  }
}
