import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
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
  /** Only the files of this set (`development`, `final`). */
  readonly set?: string;
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

/** Reads `gold.json` (several releases, UTF-16 offsets) and `*.gold.yaml` (one each, code points) of a folder or a file. */
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
    .filter((name) => name.endsWith('.gold.yaml') || name.endsWith('gold.json'))
    .sort()
    .map((name) => join(path, name));
}

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
