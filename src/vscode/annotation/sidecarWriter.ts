import { RememberedLines } from '../../core/annotation/rememberedLines';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import type { SidecarFile } from './sidecarFile';

/** Writes the edits of one release into its sidecar, and keeps those that can't be written until they can. */
export class SidecarWriter {
  private readonly lines = new RememberedLines();
  /** Tried again with the next write or when the sidecar changes. */
  private unwritten: readonly SidecarEdit[] = [];
  private writing = 0;

  constructor(private readonly file: SidecarFile) {}

  /** While it writes, what the file says is older than what is known here. */
  get isWriting(): boolean {
    return this.writing > 0;
  }

  get hasUnwritten(): boolean {
    return this.unwritten.length > 0;
  }

  /** Writes the edits and what waits from before; says why where that can't be. */
  async write(edits: readonly SidecarEdit[]): Promise<string | undefined> {
    const all = [...this.unwritten, ...edits];
    this.unwritten = [];
    this.writing++;
    try {
      this.lines.remember(await this.file.current(), all);
      const problem = await this.file.write(all);
      if (problem !== undefined) this.unwritten = [...all, ...this.unwritten];
      return problem;
    } finally {
      this.writing--;
    }
  }

  /** Edits that undo or redo, with the lines their annotations had. */
  withLines(edits: readonly SidecarEdit[]): readonly SidecarEdit[] {
    return this.lines.withLines(edits);
  }
}
