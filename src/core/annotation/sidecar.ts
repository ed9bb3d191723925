import { renderEntry } from '../yaml/render';
import type { TextFingerprint } from './annotation';
import { applyEdits, type SidecarEdit } from './sidecarEdit';
import { readSidecar } from './readSidecar';

export { readSidecar };

/**
 * Changes a sidecar's source; see `applyEdits`. Keep the `SidecarFile` and use `applyEdits` where many edits follow one another: it
 * reads nothing twice. Throws when the source isn't writable.
 */
export function editSidecar(source: string, edits: readonly SidecarEdit[]): string {
  return applyEdits(readSidecar(source), edits).source;
}

/** A sidecar without annotations; `release` is the release's file name. */
export function newSidecar(release: string, text?: TextFingerprint): string {
  const style = { indent: 0, eol: '\n', flowKeys: new Set(['text']) } as const;
  const lines = ['version: 1', renderEntry('release', release, style)];
  if (text) lines.push(renderEntry('text', { length: text.length, sha256: text.sha256 }, style));
  return [...lines, 'annotations: []', ''].join('\n');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const signs = letters + '0123456789';

/**
 * An id that isn't taken: eight of `[a-z0-9]`, the first a letter, so that no YAML reader takes it for a number.
 * `random` gives numbers in `[0, 1)`.
 */
export function newAnnotationId(
  existing: ReadonlySet<string> | Iterable<string>,
  random: () => number = Math.random,
): string {
  const taken = existing instanceof Set ? (existing as ReadonlySet<string>) : new Set(existing);
  for (;;) {
    const pick = (from: string): string => from[Math.floor(random() * from.length)] ?? 'a';
    const id = pick(letters) + Array.from({ length: 7 }, () => pick(signs)).join('');
    if (!taken.has(id)) return id;
  }
}
