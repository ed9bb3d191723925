import { readSidecar } from '../../core/annotation/sidecar';
import type { SidecarFile } from '../../core/annotation/sidecarFile';

/** As many as are read by turns while one release is tagged in. */
const limit = 4;

/** Newest first. */
let held: readonly SidecarFile[] = [];

/**
 * What a sidecar says, read once for all who ask for the same source: one of thousands of annotations takes a tenth of a second, and each
 * tag is followed by several who look at the file.
 */
export function sidecarOf(source: string): SidecarFile {
  const known = held.find((file) => file.source === source);
  return hold(known ?? readSidecar(source));
}

/** A file made by edits need not be read again. */
export function hold(file: SidecarFile): SidecarFile {
  if (held[0] !== file) held = [file, ...held.filter((other) => other !== file)].slice(0, limit);
  return file;
}
