import type { CompiledGazetteer } from '../../recognition/compileGazetteer';
import { analyseReleases, emptyFacts } from '../analyseRelease';
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

/** A file that was read for a job; only that it can't be read is known of an unreadable one. */
export interface ReadJob {
  readonly job: IndexJob;
  readonly file: FileContent | 'unreadable';
}

/** Reads what the index keeps of some files into a packet, in their order. Sidecars are always UTF-8. */
export function packFiles(packet: PacketWriter, read: readonly ReadJob[], settings: AnalysisSettings): void {
  const texts = read.map(({ file }) => (file === 'unreadable' ? undefined : textOf(file, settings.encoding)));
  const sources = read.map(({ file, job }, i) => {
    const text = texts[i];
    if (file === 'unreadable' || typeof text !== 'string') return undefined;
    const { path, stamp, sidecar } = file;
    if (isAsIndexed(text, job) && sameStamp(job.sidecar, sidecar?.stamp)) return undefined;
    return {
      path,
      stamp,
      text,
      sidecar: sidecar && { stamp: sidecar.stamp, source: utf8(sidecar.bytes) },
    };
  });
  const facts = analyseReleases(
    sources.filter((source) => source !== undefined),
    settings.gazetteer,
    settings.detect,
  )[Symbol.iterator]();
  read.forEach(({ file, job }, i) => {
    const text = texts[i];
    if (sources[i] !== undefined) packet.add(facts.next().value!);
    else if (file === 'unreadable') packet.add(emptyFacts(job.path, job.stamp, 'unreadable'));
    else {
      const beside = file.sidecar && { sidecar: file.sidecar.stamp };
      if (typeof text === 'object')
        packet.add({ ...emptyFacts(file.path, file.stamp, text.state), ...beside });
      else packet.addUnchanged({ path: file.path, stamp: file.stamp, ...beside });
    }
  });
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
