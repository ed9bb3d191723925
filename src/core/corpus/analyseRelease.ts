import { anchorAnnotations } from '../annotation/anchoring';
import type { Annotation } from '../annotation/annotation';
import { readSidecar } from '../annotation/readSidecar';
import type { CompiledGazetteer } from '../recognition/compileGazetteer';
import type { Mention } from '../recognition/mention';
import { recognize } from '../recognition/recognize';
import { isReleaseText } from '../release/detect';
import { parseRelease } from '../release/parseRelease';
import type { Release } from '../release/release';
import { contentHash } from '../text/contentKey';
import { storedOffsets } from '../text/offsets';
import { applyDecisions } from './decisions';
import type { FileFacts, FileStamp, FileState } from './facts';
import { mentionFacts, passageFacts } from './releaseFacts';
import { wordSignature } from './wordSignature';

/** A file as it was read, to be analysed. */
export interface ReleaseSource {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly stamp: FileStamp;
  /** Without BOM; any line ends. */
  readonly text: string;
  readonly sidecar?: { readonly stamp: FileStamp; readonly source: string } | undefined;
}

/**
 * Reads one release with its sidecar: layout, mentions as recognised and as people decided, passages where their annotations
 * are anchored today. With `detect`, a text that doesn't look like a release and has no sidecar is kept as none.
 */
export function analyseRelease(
  source: ReleaseSource,
  gazetteer: CompiledGazetteer,
  detect: boolean,
): FileFacts {
  return analyseReleases([source], gazetteer, detect)[0]!;
}

/**
 * Reads several releases, all of them step by step: each step is so much code that the processor's caches hold no two of them, and a
 * release is soon done with it.
 */
export function analyseReleases(
  sources: readonly ReleaseSource[],
  gazetteer: CompiledGazetteer,
  detect: boolean,
): readonly FileFacts[] {
  const looked = sources.map(
    ({ path, text, sidecar }) => !detect || sidecar !== undefined || isReleaseText(text, fileName(path)),
  );
  const releases = sources.map(({ path, text }, i) =>
    looked[i] === true ? parseRelease(text, { fileName: fileName(path) }) : undefined,
  );
  const recognised = releases.map((release) => release && recognize(release, gazetteer));
  return sources.map((source, i) => {
    const release = releases[i];
    return release === undefined
      ? emptyFacts(source.path, source.stamp, 'not-a-release', contentHash(source.text))
      : factsOf(source, release, recognised[i]!, gazetteer);
  });
}

function factsOf(
  { path, stamp, text, sidecar }: ReleaseSource,
  release: Release,
  recognised: readonly Mention[],
  gazetteer: CompiledGazetteer,
): FileFacts {
  const annotations = sidecar === undefined ? [] : annotationsOf(sidecar.source);
  const anchors = annotations.length === 0 ? [] : anchorAnnotations(text, annotations);
  const mentions = applyDecisions(recognised, annotations, anchors, gazetteer);
  return {
    path,
    stamp,
    ...(sidecar === undefined ? {} : { sidecar: sidecar.stamp }),
    state: 'release',
    metadata: release.metadata,
    length: storedOffsets(text).length,
    contentHash: contentHash(text),
    lineStarts: lineStarts(text),
    mentions: mentionFacts(mentions, release),
    passages: passageFacts(annotations, anchors, release),
    words: wordSignature(text),
  };
}

/** What is remembered of a file that is no readable release. */
export function emptyFacts(path: string, stamp: FileStamp, state: FileState, hash = 0): FileFacts {
  return {
    path,
    stamp,
    state,
    metadata: {},
    length: 0,
    contentHash: hash,
    lineStarts: [],
    mentions: [],
    passages: [],
    words: new Uint8Array(),
  };
}

/** A sidecar that can't be read has no annotations here; its problems are told elsewhere. */
function annotationsOf(source: string): readonly Annotation[] {
  return readSidecar(source).sidecar?.annotations ?? [];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Offsets at which lines begin, as VS Code counts lines: after LF, CRLF and lone CR. */
export function lineStarts(text: string): readonly number[] {
  return text.includes('\r') ? lineStartsOfAnyKind(text) : lineStartsAfterLf(text);
}

function lineStartsAfterLf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineStartsOfAnyKind(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
