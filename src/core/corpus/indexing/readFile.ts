import type { CompiledGazetteer } from '../../recognition/compileGazetteer';
import { analyseRelease, emptyFacts } from '../analyseRelease';
import { decodeFile } from '../decodeFile';
import type { FileStamp, FileState } from '../facts';
import type { PacketWriter } from '../store/packet';
import { contentHash } from '../../text/contentKey';
import { sameStamp } from './comparison';
import type { IndexJob } from './indexerHost';

/** How files are read and recognised. */
export interface AnalysisSettings {
  readonly gazetteer: CompiledGazetteer;
  /** Whether only what looks like a release is one; else every file is. */
  readonly detect: boolean;
  /** One of the values of `files.encoding`. */
  readonly encoding: string;
}

/** Larger files are no releases that anybody reads in an editor: VS Code itself opens such files without language features. */
export const largestFile = 50 * 1024 * 1024;

/** A file as it came from disk, or (`text`) from an editor. `content` is absent where it wasn't read for its size. */
export interface FileContent {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly content: { readonly bytes: Uint8Array } | { readonly text: string } | undefined;
  readonly sidecar?: { readonly stamp: FileStamp; readonly bytes: Uint8Array };
}

/** Reads what the index keeps of a file into a packet. Sidecars are always UTF-8. */
export function packFile(
  packet: PacketWriter,
  file: FileContent,
  job: IndexJob,
  settings: AnalysisSettings,
): void {
  const text = textOf(file, settings.encoding);
  const { path, stamp, sidecar } = file;
  if (typeof text !== 'string') {
    packet.add({ ...emptyFacts(path, stamp, text.state), ...(sidecar && { sidecar: sidecar.stamp }) });
  } else if (isAsIndexed(text, job) && sameStamp(job.sidecar, sidecar?.stamp)) {
    packet.addUnchanged({ path, stamp, ...(sidecar && { sidecar: sidecar.stamp }) });
  } else {
    const source = sidecar && { stamp: sidecar.stamp, source: utf8(sidecar.bytes) };
    packet.add(analyseRelease({ path, stamp, text, sidecar: source }, settings.gazetteer, settings.detect));
  }
}

function isAsIndexed(text: string, { contentHash: known }: IndexJob): boolean {
  return known !== undefined && known === contentHash(text);
}

function textOf({ content }: FileContent, encoding: string): string | { readonly state: FileState } {
  if (content === undefined) return { state: 'too-large' };
  if ('text' in content) return content.text;
  const decoded = decodeFile(content.bytes, encoding);
  if (decoded.kind === 'text') return decoded.text;
  return { state: decoded.kind === 'binary' ? 'binary' : 'unreadable' };
}

function utf8(bytes: Uint8Array): string {
  const decoded = decodeFile(bytes);
  return decoded.kind === 'text' ? decoded.text : '';
}
