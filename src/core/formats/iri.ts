/** IRIs by which exports name what is Pressmark's own, and Wikidata's IRIs of its items. */

const base = 'urn:pressmark:';
const wikidataBase = 'http://www.wikidata.org/entity/';

export type IriKind = 'annotation' | 'mention' | 'code' | 'entity' | 'release' | 'page' | 'codebook';

/** `urn:pressmark:release:kcna/a%20b.txt`: each part of a path percent-encoded by itself. */
export function iriOf(kind: IriKind, id: string): string {
  const parts = id.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent));
  return `${base}${kind}:${parts.join('/')}`;
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The id in an IRI of that kind; undefined for any other IRI. */
export function idOf(kind: IriKind, iri: string): string | undefined {
  const start = `${base}${kind}:`;
  return iri.startsWith(start) ? decoded(iri.slice(start.length)) : undefined;
}

/** Percent-decoded where that makes sense, as it stands where it does not. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function wikidataIri(id: string): string {
  return wikidataBase + encodeURIComponent(id);
}

/** `Q58217` of any of the addresses Wikidata has for an item. */
export function wikidataOf(iri: string): string | undefined {
  return /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/|wd:|Wikidata:)(Q[1-9]\d*)$/i.exec(
    iri,
  )?.[1];
}
