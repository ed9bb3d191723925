import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import { selectorSpan } from '../../../core/annotation/selector';
import type { IdPlace } from '../../../core/corpus/idPlaces';
import { mentionsOf } from '../../../core/corpus/questions/mentionsOf';
import { releasePathOf } from '../../../core/corpus/project';
import { toLf } from '../../../core/text/lines';
import { storedOffsets } from '../../../core/text/offsets';
import type { AnnotatedReleases } from '../../annotation/annotatedReleases';
import type { Corpora } from '../../corpus/corpora';
import type { Corpus } from '../../corpus/corpus';
import type { FilePlaces } from '../../corpus/corpusIds';
import { definitionsOf, pointedId, usesOf } from '../../corpus/corpusIds';
import type { CorpusIndexes } from '../../corpus/corpusIndexes';
import { corpusYaml } from '../../corpus/fileKind';
import { gathered, indexReady } from '../../navigation/indexReady';
import { lineStarts, rangeIn } from '../../support/lineIndex';
import { toRange } from '../../support/ranges';
import { openDocument, readText } from '../../support/textFiles';
import { locationOf } from '../entityNavigation';

/** Releases read at a time. */
const atOnce = 32;

/**
 * Everywhere a code or entity is used: each passage in its release, offices in gazetteers, where it is defined, and every mention of
 * an entity.
 */
export function registerIdReferences(
  corpora: Corpora,
  annotations: AnnotatedReleases,
  indexes: CorpusIndexes,
): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(corpusYaml, {
    async provideReferences(document, position, { includeDeclaration }, cancel) {
      const pointed = await pointedId(document, position, corpora);
      if (!pointed) return undefined;
      const { corpus, place } = pointed;
      const found: vscode.Location[] = [];
      for (const { uri, source, places } of await definitionsOf(corpus, place.kind, place.id)) {
        const starts = lineStarts(source);
        for (const { role, span } of places) {
          if (role === 'reference' || includeDeclaration)
            found.push(new vscode.Location(uri, rangeIn(starts, span)));
        }
      }
      let looking: Promise<readonly vscode.Location[]>[] = [];
      const gather = async (): Promise<void> => {
        for (const locations of await Promise.all(looking)) found.push(...locations);
        looking = [];
      };
      for await (const file of usesOf(corpus, corpora, place.kind, place.id, cancel)) {
        looking.push(passagesOf(file, corpus, annotations));
        if (looking.length >= atOnce) await gather();
      }
      await gather();
      if (place.kind === 'entity')
        found.push(...(await mentionsOfEntity(place.id, document.uri, indexes, cancel)));
      return cancel.isCancellationRequested ? undefined : withoutTwins(found);
    },
  });
}

async function mentionsOfEntity(
  id: string,
  file: vscode.Uri,
  indexes: CorpusIndexes,
  cancel: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const index = await indexes.of(file);
  if (!index || !(await indexReady(index, cancel))) return [];
  const { view } = index;
  function* places(): Generator<readonly vscode.Location[], void> {
    for (const { release, mentions } of mentionsOf(view, id))
      yield mentions.map((mention) => locationOf(index!, view, release, mention));
  }
  return (await gathered(places(), cancel)).locations;
}

/** A mention that an annotation links is found as both. */
function withoutTwins(locations: readonly vscode.Location[]): vscode.Location[] {
  const found = new Map<string, vscode.Location>();
  for (const location of locations) {
    const { start, end } = location.range;
    const key = `${location.uri.toString()} ${start.line}:${start.character} ${end.line}:${end.character}`;
    if (!found.has(key)) found.set(key, location);
  }
  return [...found.values()];
}

/** The passages in the release; where the release no longer has one, its annotation in the sidecar. */
async function passagesOf(
  { uri, source, places }: FilePlaces,
  corpus: Corpus,
  annotations: AnnotatedReleases,
): Promise<readonly vscode.Location[]> {
  const path = uri.path.slice(corpus.root.path.length).replace(/^\//, '');
  const releasePath = releasePathOf(path, corpus.project);
  const release = releasePath === undefined ? undefined : vscode.Uri.joinPath(corpus.root, releasePath);
  const find = release && (await finderIn(release, annotations));
  const starts = lineStarts(source);
  return places.map(({ annotation, span }: IdPlace) => {
    const range = annotation && find?.(annotation);
    return release && range
      ? new vscode.Location(release, range)
      : new vscode.Location(uri, rangeIn(starts, span));
  });
}

async function finderIn(
  release: vscode.Uri,
  annotations: AnnotatedReleases,
): Promise<((annotation: Annotation) => vscode.Range | undefined) | undefined> {
  const document = openDocument(release);
  const open = document && (await annotations.of(document));
  if (open) {
    const places = new Map(open.passages.map((passage) => [passage.annotation.id, passage]));
    return ({ id }) => {
      const passage = places.get(id);
      const isSettled = passage?.state === 'exact' || passage?.state === 'moved';
      const [first] = passage?.spans ?? [];
      return isSettled && first ? toRange(document, first) : undefined;
    };
  }
  const text = await readText(release).catch(() => undefined);
  if (text === undefined) return undefined;
  const starts = lineStarts(text);
  const offsets = storedOffsets(text);
  return ({ target }) => {
    const [first] = target;
    const span = first && selectorSpan(text, offsets, first);
    const isThere = span && toLf(text.slice(span.start, span.end)) === first.quote;
    return isThere ? rangeIn(starts, span) : undefined;
  };
}
