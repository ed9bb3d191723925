import type { Message } from '../text/message';
import { codeColors } from '../annotation/newCode';
import { codebookHelp } from '../annotation/codebookSchema';
import { sidecarHelp } from '../annotation/sidecarSchema';
import { entityTypes } from '../recognition/entity';
import { gazetteerHelp } from '../recognition/gazetteerSchema';
import type { KeyHelp } from '../yaml/validate';
import { projectHelp } from './project';

/** The YAML files of a corpus. */
export type CorpusFileKind = 'codebook' | 'gazetteer' | 'sidecar' | 'project';

/** What may stand as the value of a key: ids of a kind, some words, a day, or a key that no code has yet. */
export type KeyValues =
  | { readonly ids: 'code' | 'entity' }
  | { readonly words: readonly string[] }
  | { readonly kind: 'day' | 'freeKey' };

export interface FileKey {
  readonly key: string;
  readonly help: Message;
  /** How its value begins: on its line, in brackets, or as a list with dashes below it. */
  readonly value: 'plain' | 'quoted' | 'brackets' | 'list' | 'map';
}

interface Shape {
  readonly help: KeyHelp;
  /** Keys by the path of keys that leads to their map. `codes` within `codes` is the same map again. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, KeyValues>>;
}

const day: KeyValues = { kind: 'day' };
const booleans: KeyValues = { words: ['true', 'false'] };

const shapes: Readonly<Record<CorpusFileKind, Shape>> = {
  codebook: {
    help: codebookHelp,
    keys: {
      '': ['version', 'codes'],
      codes: ['id', 'name', 'definition', 'examples', 'color', 'key', 'retired', 'codes'],
    },
    values: {
      'codes/color': { words: codeColors.map((color) => `'${color}'`) },
      'codes/key': { kind: 'freeKey' },
      'codes/retired': booleans,
    },
  },
  gazetteer: {
    help: gazetteerHelp,
    keys: {
      '': ['version', 'entities'],
      entities: [
        'id',
        'type',
        'name',
        'family',
        'aliases',
        'demonyms',
        'offices',
        'wikidata',
        'description',
        'date',
      ],
      'entities/offices': ['title', 'of', 'from', 'until'],
    },
    values: {
      'entities/type': { words: [...entityTypes] },
      'entities/date': day,
      'entities/offices/of': { ids: 'entity' },
      'entities/offices/from': day,
      'entities/offices/until': day,
    },
  },
  sidecar: {
    help: sidecarHelp,
    keys: {
      '': ['version', 'release', 'text', 'annotations'],
      text: ['length', 'sha256'],
      annotations: ['id', 'codes', 'entity', 'target', 'note', 'author', 'created', 'modified', 'conflict'],
      'annotations/target': ['start', 'end', 'quote', 'prefix', 'suffix'],
    },
    values: { 'annotations/codes': { ids: 'code' }, 'annotations/entity': { ids: 'entity' } },
  },
  project: {
    help: projectHelp,
    keys: {
      '': [
        'version',
        'releases',
        'detection',
        'gazetteers',
        'builtinGazetteer',
        'codebook',
        'sidecars',
        'rules',
      ],
    },
    values: { detection: { words: ['auto', 'off'] }, builtinGazetteer: booleans },
  },
};

const beginnings: Readonly<Record<string, FileKey['value']>> = {
  codes: 'list',
  entities: 'list',
  annotations: 'list',
  offices: 'list',
  target: 'list',
  examples: 'brackets',
  aliases: 'brackets',
  demonyms: 'brackets',
  releases: 'brackets',
  gazetteers: 'brackets',
  color: 'quoted',
  text: 'map',
  rules: 'map',
};

/** The list that a file of this kind is long by, if it is one list. */
export function longList(kind: CorpusFileKind): string | undefined {
  return kind === 'sidecar' ? 'annotations' : kind === 'gazetteer' ? 'entities' : undefined;
}

/** The keys that the map at a path may have, with what each is for; none for a path that a file of this kind doesn't have. */
export function keysAt(kind: CorpusFileKind, path: readonly string[]): readonly FileKey[] {
  const { help, keys } = shapes[kind];
  return (keys[place(kind, path)] ?? []).map((key) => ({
    key,
    help: help[key] ?? [],
    value: kind === 'sidecar' && key === 'codes' ? 'brackets' : (beginnings[key] ?? 'plain'),
  }));
}

/** What may be written as the value of the last key of a path; `undefined` where anything may. */
export function valuesAt(kind: CorpusFileKind, path: readonly string[]): KeyValues | undefined {
  return shapes[kind].values[place(kind, path)];
}

/** A day as files of a corpus may write it: to the day, to the month, or the year alone. */
export function writtenDays(date: Date): readonly string[] {
  const iso = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return [iso.join('-'), iso.slice(0, 2).join('-'), iso[0]!];
}

/** The keys that no code has yet: digits first, as they are the quickest to reach. */
export function freeKeys(taken: Iterable<string | undefined>): readonly string[] {
  const used = new Set(taken);
  return [...'1234567890abcdefghijklmnopqrstuvwxyz'].filter((key) => !used.has(key));
}

function place(kind: CorpusFileKind, path: readonly string[]): string {
  const flat =
    kind === 'codebook' ? path.filter((key, i) => key !== 'codes' || path[i - 1] !== 'codes') : path;
  return flat.join('/');
}
