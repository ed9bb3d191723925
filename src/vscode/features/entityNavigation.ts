import * as vscode from 'vscode';
import { stringify } from 'yaml';
import type { CorpusView, IndexedRelease } from '../../core/corpus/corpusView';
import { mentionsOf } from '../../core/corpus/questions/mentionsOf';
import { subjectOf } from '../../core/corpus/subject';
import type { Entity } from '../../core/recognition/entity';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import type { Span } from '../../core/text/span';
import type { Corpus } from '../corpus/corpus';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import { definitionOfCode, passagesWith } from '../navigation/codePlaces';
import { gathered, indexReady } from '../navigation/indexReady';
import { placeInGazetteer } from '../navigation/placesInGazetteer';
import { codedPassages, underCursor, type UnderCursor } from '../navigation/underCursor';
import type { Releases } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { toRange } from '../support/ranges';
import { readText } from '../support/textFiles';

const builtinScheme = 'pressmark-entity';

/**
 * The editor's own navigation in a release. On a mention: Go to Definition leads to the entity in its gazetteer (the built-in one opens
 * as a read-only document), Find All References to every mention in the corpus. On a tagged passage: to its codes in the codebook, and to
 * every passage with them. Where the one stands in the other, the shorter is meant. All of its kind in the release are highlighted.
 */
export function registerEntityNavigation(
  releases: Releases,
  annotations: AnnotatedReleases,
  indexes: CorpusIndexes,
): vscode.Disposable {
  const selector = { language: releaseLanguage };
  const at = (document: vscode.TextDocument, position: vscode.Position): Promise<UnderCursor | undefined> =>
    underCursor(document, position, releases, annotations);

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(builtinScheme, {
      provideTextDocumentContent: (uri) => uri.query,
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position) {
        const found = await at(document, position);
        if (!found) return undefined;
        const { corpus } = found.read;
        const entity = found.mention?.entity;
        const targets = await Promise.all([
          ...(entity === undefined ? [] : [definitionOf(entity, corpus)]),
          ...codesOf(found).map((code) => definitionOfCode(code, corpus)),
        ]);
        const originSelectionRange = toRange(document, found.span);
        return targets.flatMap((target) =>
          target ? [{ originSelectionRange, targetUri: target.uri, targetRange: target.range }] : [],
        );
      },
    }),
    vscode.languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, _context, cancel) {
        const found = await at(document, position);
        if (!found) return undefined;
        const index = await indexes.of(document.uri);
        const here = (await spansAlike(found, document, annotations)).map(locationIn(document));
        if (!index) return here;
        if (!(await indexReady(index, cancel))) return undefined;
        const { locations, isAll } = await gathered(referencesTo(found, index, document.uri, here), cancel);
        if (!isAll) void tellOfPage(found, index, locations.length);
        return locations;
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position) {
        const found = await at(document, position);
        if (!found) return undefined;
        const spans = await spansAlike(found, document, annotations);
        return spans.map((span) => new vscode.DocumentHighlight(toRange(document, span)));
      },
    }),
  );
}

/** Says that there are more references than a list can hold, and where they all are. */
async function tellOfPage(found: UnderCursor, index: CorpusIndexing, shown: number): Promise<void> {
  const root = index.corpus.root.toString();
  const [code] = codesOf(found);
  const open = vscode.l10n.t('Open Page');
  const message = vscode.l10n.t('These are the first {0} references. A page can show them all.', shown);
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  if (found.mention) {
    const subject = subjectOf(found.mention, found.read.release.text);
    await vscode.commands.executeCommand('pressmark.openEntityPage', { root, subject });
  } else if (code !== undefined) {
    await vscode.commands.executeCommand('pressmark.openConcordance', { root, code });
  }
}

function codesOf({ passage }: UnderCursor): readonly string[] {
  return passage?.annotation.codes ?? [];
}

/** Those in the text one looks at as it is now, `here`; the index, which follows a moment later, knows the others. */
function* referencesTo(
  found: UnderCursor,
  index: CorpusIndexing,
  uri: vscode.Uri,
  here: readonly vscode.Location[],
): Generator<readonly vscode.Location[], void> {
  yield here;
  for (const locations of indexedReferences(found, index))
    if (locations[0]?.uri.path !== uri.path) yield locations;
}

/** Each piece is of one release. */
function* indexedReferences(
  found: UnderCursor,
  index: CorpusIndexing,
): Generator<readonly vscode.Location[], void> {
  const { view } = index;
  if (found.mention) {
    const subject = subjectOf(found.mention, found.read.release.text);
    for (const { release, mentions } of mentionsOf(view, subject))
      yield mentions.map((mention) => locationOf(index, view, release, mention));
  }
  for (const code of codesOf(found)) yield* passagesWith(view, code, (path) => index.uriOf(path));
}

/** The mentions of the same subject in the release, or the passages that share a code. */
async function spansAlike(
  found: UnderCursor,
  document: vscode.TextDocument,
  annotations: AnnotatedReleases,
): Promise<readonly Span[]> {
  const { mention, read } = found;
  const { text } = read.release;
  const subject = mention && subjectOf(mention, text);
  const mentions = read.mentions.filter(
    (other) => subject !== undefined && subjectOf(other, text) === subject,
  );
  const codes = new Set(codesOf(found));
  const passages = codedPassages((await annotations.of(document))?.passages ?? []);
  const alike = passages.filter(({ annotation }) => annotation.codes.some((code) => codes.has(code)));
  return [...mentions, ...alike.flatMap(({ spans }) => spans)];
}

function locationIn(document: vscode.TextDocument): (span: Span) => vscode.Location {
  return (span) => new vscode.Location(document.uri, toRange(document, span));
}

/** Where an entity is written: in the corpus's own gazetteers, the last that has it, else as the built-in one has it. */
export async function definitionOf(entity: string, corpus: Corpus): Promise<vscode.Location | undefined> {
  for (const uri of [...corpus.gazetteerUris].reverse()) {
    const source = await readText(uri);
    const span = source === undefined ? undefined : placeInGazetteer(entity, uri.toString(), source);
    if (source !== undefined && span) return new vscode.Location(uri, rangeIn(lineStarts(source), span));
  }
  const known = corpus.gazetteer.entities.get(entity);
  return known && builtinEntry(known);
}

/** A document that says what the built-in gazetteer has of an entity, as a gazetteer would, and where in it that begins. */
function builtinEntry(entity: Entity): vscode.Location {
  const title = vscode.l10n.t(
    '# Built-in entry. To change it, write an entry with the same id into entities.yaml.',
  );
  const said = Object.entries(entity).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const source = `${title}\n${stringify({ entities: [Object.fromEntries(said)] })}`;
  const uri = vscode.Uri.from({ scheme: builtinScheme, path: `/${entity.id}.yaml`, query: source });
  const span = readGazetteer(source).locate(entity.id);
  return new vscode.Location(uri, rangeIn(lineStarts(source), span ?? { start: 0, end: 0 }));
}

/** Where a span of an indexed release lies. */
export function locationOf(
  index: CorpusIndexing,
  view: CorpusView,
  release: IndexedRelease,
  span: Span,
): vscode.Location {
  return new vscode.Location(index.uriOf(release.path), rangeIn(view.lineStarts(release), span));
}
