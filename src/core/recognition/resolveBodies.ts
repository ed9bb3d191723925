import type { ReleaseMetadata } from '../release/release';
import { remembering } from '../text/remembering';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Finding } from './finding';
import type { Reading } from './reading';
import { homeState } from './resolvePlaces';

/** Bodies that every state has, as their names begin: `Ministry of Foreign Affairs` of whom the release must show. */
const common =
  /^(?:ministry of [a-z ]+|national assembly|parliament|security council|presidential office|supreme court)$/;

/**
 * Links bodies named without their state (`Foreign Ministry`, `MOFA`, `National Assembly`) to that of the state the release speaks
 * for, where the gazetteer lists it under a name that tells the state.
 */
export function linkBodies(reading: Reading, gazetteer: CompiledGazetteer, metadata: ReleaseMetadata): void {
  let home: string | undefined | null = null;
  for (const finding of reading.findings) {
    if (finding.type !== 'organization') continue;
    const title = titleOf(reading, finding);
    if (title === undefined || (finding.candidates.length > 0 && !isLettersOnly(reading, finding))) continue;
    if (home === null) home = homeState(reading, gazetteer, metadata);
    if (home === undefined) {
      // Whose ministry the letters mean nobody can tell.
      if (isLettersOnly(reading, finding)) finding.candidates = [];
      continue;
    }
    const id = bodiesOf(gazetteer).get(`${title} ${home}`);
    if (id !== undefined) finding.candidates = [id, ...finding.candidates.filter((other) => other !== id)];
    else if (isLettersOnly(reading, finding)) finding.candidates = [];
  }
}

function isLettersOnly(reading: Reading, finding: Finding): boolean {
  return finding.to - finding.from === 1 && /^(?:MOFA|MFA)$/.test(textOf(reading, finding));
}

function textOf(reading: Reading, { from, to }: Finding): string {
  const { text, start, end } = reading.tokens;
  return text.slice(start[from]!, end[to - 1]!);
}

function titleOf(reading: Reading, finding: Finding): string | undefined {
  if (finding.to - finding.from > 6) return undefined;
  return commonTitle(textOf(reading, finding)) || undefined;
}

/** The title of a body by its words; nothing for bodies that not every state has. */
const commonTitle = remembering((text) => {
  const canonical = canonicalBody(text);
  return common.test(canonical) ? canonical : '';
});

/** `Foreign Ministry` and `MOFA` as `ministry of foreign affairs`, `Defense Ministry` as `ministry of defence`. */
function canonicalBody(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/defense/g, 'defence')
    .replace(/^the /, '');
  if (/^(?:foreign ministry|mofa|mfa)$/.test(plain)) return 'ministry of foreign affairs';
  const portfolio = /^([a-z]+) ministry$/.exec(plain)?.[1];
  return portfolio === undefined ? plain : `ministry of ${portfolio}`;
}

const indexed = new WeakMap<CompiledGazetteer, ReadonlyMap<string, string>>();

/** The listed bodies by title and state: those with a name `X of the State` or `Stately X`. */
function bodiesOf(gazetteer: CompiledGazetteer): ReadonlyMap<string, string> {
  let bodies = indexed.get(gazetteer);
  if (bodies === undefined) {
    bodies = indexBodies(gazetteer);
    indexed.set(gazetteer, bodies);
  }
  return bodies;
}

function indexBodies(gazetteer: CompiledGazetteer): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const id of gazetteer.polities) {
    const state = gazetteer.entities.get(id);
    for (const name of [state?.name, ...(state?.aliases ?? []), ...(state?.demonyms ?? [])])
      if (name !== undefined && !states.has(name.toLowerCase())) states.set(name.toLowerCase(), id);
  }
  const bodies = new Map<string, string>();
  for (const { id, type, name, aliases } of gazetteer.entities.values()) {
    if (type !== 'organization') continue;
    for (const form of [name, ...aliases]) {
      // `X of the Republic of Zembla`: any `of` may stand before the state.
      for (const { index, 0: of } of form.matchAll(/ of (?:the )?/g)) {
        const state = states.get(form.slice(index + of.length).toLowerCase());
        if (state !== undefined) bodies.set(`${canonicalBody(form.slice(0, index))} ${state}`, id);
      }
      // `ROK Foreign Ministry`, `South Korean Foreign Ministry`
      for (const front of [/^(\S+) (.+)$/.exec(form), /^(\S+ \S+) (.+)$/.exec(form)]) {
        const owner = front === null ? undefined : states.get(front[1]!.toLowerCase());
        if (owner !== undefined) bodies.set(`${canonicalBody(front![2]!)} ${owner}`, id);
      }
    }
  }
  return bodies;
}
