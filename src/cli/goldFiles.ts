import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { anchorAnnotations } from '../core/annotation/anchoring';
import { readSidecar } from '../core/annotation/readSidecar';
import type { GoldMention, GoldRelease } from '../core/recognition/score';
import { storedOffsets } from '../core/text/offsets';
import { CommandError } from './io';

/** A release with its gold annotation; offsets are UTF-16 code units of `text`. */
export interface GoldFile extends GoldRelease {
  /** Path of the release as the gold names it. */
  readonly file: string;
  readonly text: string;
}

export interface GoldOptions {
  /** Folder of the releases; by default the usual places are tried. */
  readonly texts?: string;
  /** Only the files of this set (`development`, `final`); sidecars belong to none. */
  readonly set?: string;
  /** The type of an entity: sidecars name entities only. */
  readonly typeOf?: (entity: string) => string | undefined;
}

interface StoredMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity?: string;
  readonly wikidata?: string | null;
  readonly level?: string;
  readonly parent?: unknown;
  readonly nested?: boolean;
}

interface StoredRelease {
  readonly file: string;
  readonly set?: string;
  readonly mentions: readonly StoredMention[];
  readonly structure?: readonly { readonly type: string; readonly start: number; readonly end: number }[];
}

/**
 * Reads `gold.json` (several releases, UTF-16 offsets), `*.gold.yaml` (one each, code points) and sidecars (`*.annotations.yaml`:
 * every mention a person linked) of a folder or a file.
 */
export function readGold(
  path: string,
  options: GoldOptions,
  cwd: string,
): { files: readonly GoldFile[]; missing: readonly string[] } {
  if (!existsSync(path)) throw new CommandError(`${path}: no such gold`);
  const files: GoldFile[] = [];
  const missing: string[] = [];
  for (const source of goldSources(path)) {
    const isJson = source.endsWith('.json');
    const content = readFileSync(source, 'utf8');
    if (source.endsWith(sidecarEnding)) {
      const gold = sidecarGold(basename(source), content, dirname(source), options, cwd);
      if (typeof gold === 'string') missing.push(gold);
      else if (gold !== undefined) files.push(gold);
      continue;
    }
    const releases = isJson
      ? (JSON.parse(content) as { files?: readonly StoredRelease[] }).files
      : [parse(content) as StoredRelease];
    for (const release of releases ?? []) {
      if (options.set !== undefined && release.set !== options.set) continue;
      const text = readText(release.file, dirname(source), options, cwd);
      if (text === undefined) missing.push(release.file);
      else files.push(goldFile(release, text, isJson));
    }
  }
  return { files, missing };
}

function goldSources(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => name.endsWith('.gold.yaml') || name.endsWith('gold.json') || name.endsWith(sidecarEnding),
    )
    .sort()
    .map((name) => join(path, name));
}

/**
 * A sidecar's links as gold; the name of the release where its text is missing, undefined where the sidecar links nothing. What is
 * linked to an entity no gazetteer has is neither right nor wrong.
 */
function sidecarGold(
  name: string,
  content: string,
  folder: string,
  options: GoldOptions,
  cwd: string,
): GoldFile | string | undefined {
  if (options.set !== undefined) return undefined;
  const annotations = readSidecar(content).sidecar?.annotations ?? [];
  if (!annotations.some(({ entity }) => entity !== undefined)) return undefined;
  const file = name.slice(0, -sidecarEnding.length);
  const text = readText(file, folder, options, cwd);
  if (text === undefined) return file;
  const anchors = anchorAnnotations(text, annotations);
  const spans = annotations.flatMap(({ entity }, i) => {
    const { state, spans: places } = anchors[i]!;
    if (entity === undefined || entity === 'none' || (state !== 'exact' && state !== 'moved')) return [];
    return places.map(({ start, end }) => ({ start, end, entity }));
  });
  const mentions = spans.flatMap(({ start, end, entity }): GoldMention[] => {
    const nested = spans.some(
      (other) => other.start <= start && end <= other.end && other.end - other.start > end - start,
    );
    const type = options.typeOf?.(entity);
    if (type !== undefined) return [{ start, end, type, entity, level: 'core', nested }];
    return entityTypes.map((each) => ({ start, end, type: each, level: 'optional', nested }));
  });
  return { file, text, mentions, ignored: [] };
}

const entityTypes = ['person', 'organization', 'place', 'role', 'event', 'document', 'facility', 'date'];
const sidecarEnding = '.annotations.yaml';

function readText(file: string, folder: string, options: GoldOptions, cwd: string): string | undefined {
  const places =
    options.texts === undefined
      ? [folder, join(folder, '..', 'press-releases'), join(cwd, '..', 'shared', 'corpus')]
      : [join(cwd, options.texts), options.texts];
  const path = places.map((place) => join(place, file)).find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

function goldFile(release: StoredRelease, text: string, isJson: boolean): GoldFile {
  const offsets = storedOffsets(text);
  const held = (stored: number): number => (isJson ? stored : offsets.toHeld(stored));
  return {
    file: release.file,
    text,
    mentions: release.mentions.map((mention): GoldMention => ({
      start: held(mention.start),
      end: held(mention.end),
      type: mention.type,
      ...(mention.entity == null ? {} : { entity: mention.entity }),
      ...(mention.wikidata == null ? {} : { wikidata: mention.wikidata }),
      level: mention.level === 'optional' ? 'optional' : 'core',
      nested: mention.nested ?? mention.parent !== undefined,
    })),
    ignored: (release.structure ?? [])
      .filter(({ type }) => type === 'boilerplate' || type === 'ignore')
      .map(({ start, end }) => ({ start: held(start), end: held(end) })),
  };
}
