import type { CompiledGazetteer } from './compileGazetteer';
import type { Entity, EntityType } from './entity';
import { foldWord } from './fold';
import type { Mention } from './mention';
import { similarSpelling, soundOf } from './spelling';

/** Where a suggested name stands: up to some words before and behind. Offsets are UTF-16 code units of that release. */
export interface SuggestionContext {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** A name that rules found and no list holds. */
export interface Suggestion {
  /** As it is most often written. */
  readonly name: string;
  readonly type: EntityType;
  readonly count: number;
  readonly files: number;
  /** The first few places, of different releases where possible. */
  readonly contexts: readonly SuggestionContext[];
  /** Ids of listed entities that this may be another spelling of, best first. */
  readonly similar: readonly string[];
}

export interface SuggestionRelease {
  readonly file: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Gathers unknown names release by release, so that a host can show progress and stop. */
export interface SuggestionCollector {
  add(release: SuggestionRelease): void;
  /** What was gathered so far, the most frequent first. */
  list(): readonly Suggestion[];
}

const suggested = new Set<EntityType>(['person', 'organization', 'place', 'facility', 'event', 'document']);
const contextLength = 60;
const contextsKept = 3;

interface Entry {
  readonly type: EntityType;
  readonly spellings: Map<string, number>;
  count: number;
  files: number;
  lastFile: string | undefined;
  readonly contexts: SuggestionContext[];
}

export function collectSuggestions(gazetteer: CompiledGazetteer): SuggestionCollector {
  const entries = new Map<string, Entry>();
  return {
    add(release): void {
      for (const mention of release.mentions) if (isUnknown(mention)) note(entries, release, mention);
    },
    list(): readonly Suggestion[] {
      return [...entries.values()].map((entry) => suggestionOf(entry, gazetteer)).sort(byFrequency);
    },
  };
}

function isUnknown(mention: Mention): boolean {
  return (
    mention.entity === undefined &&
    !mention.certain &&
    mention.rule !== 'family-name' &&
    suggested.has(mention.type)
  );
}

/** Whether an entity could be made of a name: a single word behind an office is a family name, which is not enough. */
export function isSuggestible(type: EntityType, name: string): boolean {
  return suggested.has(type) && (type !== 'person' || name.includes(' '));
}

function note(
  entries: Map<string, Entry>,
  { file, text }: SuggestionRelease,
  { start, end, type }: Mention,
): void {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  if (!isSuggestible(type, words)) return;
  const key = `${type} ${foldWord(words)}`;
  let entry = entries.get(key);
  if (entry === undefined) {
    entry = { type, spellings: new Map(), count: 0, files: 0, lastFile: undefined, contexts: [] };
    entries.set(key, entry);
  }
  entry.count++;
  entry.spellings.set(words, (entry.spellings.get(words) ?? 0) + 1);
  if (entry.lastFile === file) return;
  entry.lastFile = file;
  entry.files++;
  if (entry.contexts.length >= contextsKept) return;
  entry.contexts.push(contextOf(file, text, start, end));
}

/** A place with some words around it; offsets are UTF-16 code units of `text`. */
export function contextOf(file: string, text: string, start: number, end: number): SuggestionContext {
  const inOneLine = (part: string): string => part.replace(/\s+/g, ' ');
  return {
    file,
    start,
    end,
    before: inOneLine(text.slice(Math.max(0, start - contextLength), start)),
    after: inOneLine(text.slice(end, end + contextLength)),
  };
}

function suggestionOf(entry: Entry, gazetteer: CompiledGazetteer): Suggestion {
  const [name] = [...entry.spellings].sort((a, b) => b[1] - a[1])[0]!;
  return {
    name,
    type: entry.type,
    count: entry.count,
    files: entry.files,
    contexts: entry.contexts,
    similar: entry.type === 'person' ? similarPersons(name, gazetteer).map(({ id }) => id) : [],
  };
}

function byFrequency(a: Suggestion, b: Suggestion): number {
  return b.count - a.count || b.files - a.files || (a.name < b.name ? -1 : 1);
}

/**
 * Listed persons whose name may be the same in another transliteration (`Alexandr Nobak` – `Alexander Novak`): the family names
 * sound alike, and so does one of the other words. A guess to ask about, never a link to make.
 */
export function similarPersons(name: string, gazetteer: CompiledGazetteer): readonly Entity[] {
  const words = name.split(/[\s-]+/).map(foldWord);
  if (words.length < 2) return [];
  const families = familiesBySound(gazetteer);
  const last = words[words.length - 1]!;
  const bearers = [...(families.get(soundOf(last)) ?? []), ...(families.get(soundOf(words[0]!)) ?? [])];
  return [...new Set(bearers)].filter((entity) => {
    const own = [entity.name, ...entity.aliases].flatMap((alias) => alias.split(/[\s-]+/)).map(foldWord);
    return words.every(
      (word) => own.some((other) => similarSpelling(word, other)) || /(?:ovich|evich|ovna|evna)$/.test(word),
    );
  });
}

const indexes = new WeakMap<CompiledGazetteer, Map<string, Entity[]>>();

function familiesBySound(gazetteer: CompiledGazetteer): Map<string, Entity[]> {
  let index = indexes.get(gazetteer);
  if (index === undefined) {
    index = new Map();
    for (const [family, entities] of gazetteer.byFamily) {
      const sound = soundOf(family.split(/[\s-]+/).pop() ?? family);
      index.set(sound, [...(index.get(sound) ?? []), ...entities]);
    }
    indexes.set(gazetteer, index);
  }
  return index;
}
