import type { CompiledGazetteer } from './compileGazetteer';
import { foldWord } from './fold';
import type { Mention } from './mention';

/** Why a mention was recognised: a kind to translate, and what fills its sentence. */
export type Why =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'alias'; readonly alias: string; readonly name: string }
  | { readonly kind: 'demonym'; readonly name: string }
  | { readonly kind: 'short-form'; readonly rule: string; readonly name: string | undefined }
  | { readonly kind: 'rule'; readonly rule: string; readonly name: string | undefined }
  | { readonly kind: 'person' };

/** Tells why a mention was recognised. `words` is what stands in the text. */
export function whyRecognised(mention: Mention, words: string, gazetteer: CompiledGazetteer): Why {
  const name = mention.entity === undefined ? undefined : gazetteer.entities.get(mention.entity)?.name;
  if (mention.reason === 'person') return { kind: 'person' };
  if (mention.reason === 'rule') return { kind: 'rule', rule: mention.rule ?? mention.type, name };
  if (mention.reason === 'short-form')
    return { kind: 'short-form', rule: mention.rule ?? 'family-name', name };
  if (name === undefined) return { kind: 'name', name: words };
  if (mention.form === 'demonym') return { kind: 'demonym', name };
  return foldWord(words) === foldWord(name) ? { kind: 'name', name } : { kind: 'alias', alias: words, name };
}

const rules: Readonly<Record<string, string>> = {
  date: 'a calendar date',
  role: 'words of an office',
  person: 'a person’s name by its shape and its neighbours',
  organization: 'the words of a body’s name',
  place: 'the words of a place name',
  'place-by-context': 'an unknown name where a place stands',
  facility: 'the words of a building or site',
  event: 'the words of an event',
  document: 'the words of a document’s title',
  company: 'a company by its legal form',
  media: 'a medium named behind its kind',
};

/** The sentence for it, in English. */
export function describeWhy(why: Why): string {
  switch (why.kind) {
    case 'name':
      return `The gazetteer lists “${why.name}”.`;
    case 'alias':
      return `The gazetteer lists “${why.alias}” as a name of ${why.name}.`;
    case 'demonym':
      return `An adjective or inhabitants’ name of ${why.name}.`;
    case 'short-form':
      return describeShortForm(why.rule, why.name);
    case 'rule':
      return `Recognised by rule: ${rules[why.rule] ?? why.rule}${why.name === undefined ? '' : `; most likely ${why.name}`}.`;
    case 'person':
      return 'Decided by a person.';
  }
}

function describeShortForm(rule: string, name: string | undefined): string {
  const whom = name ?? 'somebody named in full in this release';
  if (rule === 'abbreviation')
    return `Abbreviation that brackets in this release explain${name === undefined ? '' : `: ${name}`}.`;
  if (rule === 'leader') return `Family name of ${whom}, in office at the release’s date.`;
  if (rule === 'repetition') return 'A name that this release introduces elsewhere.';
  return `Short form of ${whom}.`;
}
