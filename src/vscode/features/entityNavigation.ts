import * as vscode from 'vscode';
import { stringify } from 'yaml';
import type { CorpusView, IndexedRelease } from '../../core/corpus/corpusView';
import { mentionsOf } from '../../core/corpus/questions/mentionsOf';
import { subjectOf } from '../../core/corpus/subject';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import type { Span } from '../../core/text/span';
import type { Corpus } from '../corpus/corpus';
import type { CorpusIndexes, CorpusIndexing } from '../corpus/corpusIndexes';
import type { ReadRelease, Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { toRange } from '../support/ranges';
import { readText } from '../support/textFiles';

const builtinScheme = 'pressmark-entity';

/**
 * The editor's own navigation on mentions: Go to Definition leads to the entity in its gazetteer (the built-in one opens
 * as a read-only document), Find All References to every mention in the corpus, and the mentions of the entity under the
 * cursor are highlighted in the release.
 */
export function registerEntityNavigation(releases: Releases, indexes: CorpusIndexes): vscode.Disposable {
  const selector = { language: releaseLanguage };
  const at = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ read: ReadRelease; subject: string; entity: string | undefined; span: Span } | undefined> => {
    const read = await releases.read(document);
    const [mention] = mentionsAt(read.mentions, document.offsetAt(position));
    if (!mention) return undefined;
    const { start, end, entity } = mention;
    return { read, subject: subjectOf(mention, read.release.text), entity, span: { start, end } };
  };

  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(builtinScheme, {
      provideTextDocumentContent: (uri) => uri.query,
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position) {
        const found = await at(document, position);
        if (!found?.entity) return undefined;
        const target = await definitionOf(found.entity, found.read.corpus);
        if (!target) return undefined;
        return [
          {
            originSelectionRange: toRange(document, found.span),
            targetUri: target.uri,
            targetRange: target.range,
          },
        ];
      },
    }),
    vscode.languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, _context, cancel) {
        const found = await at(document, position);
        if (!found) return undefined;
        const index = await indexes.of(document.uri);
        await index?.ready(cancel);
        if (!index) return inDocument(document, found.read, found.subject);
        return referencesOf(index, found.subject, cancel);
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position) {
        const found = await at(document, position);
        return found?.read.mentions
          .filter((mention) => subjectOf(mention, found.read.release.text) === found.subject)
          .map((mention) => new vscode.DocumentHighlight(toRange(document, mention)));
      },
    }),
  );
}

/** Where an entity is written: in the corpus's own gazetteers, the last that has it, else as the built-in one has it. */
export async function definitionOf(entity: string, corpus: Corpus): Promise<vscode.Location | undefined> {
  for (const uri of [...corpus.gazetteerUris].reverse()) {
    const source = await readText(uri);
    const span = source === undefined ? undefined : readGazetteer(source).locate(entity);
    if (source !== undefined && span) return new vscode.Location(uri, rangeIn(lineStarts(source), span));
  }
  const known = corpus.gazetteer.entities.get(entity);
  if (!known) return undefined;
  const title = vscode.l10n.t(
    '# Built-in entry. To change it, write an entry with the same id into entities.yaml.',
  );
  const source = `${title}\n${stringify({ entities: [known] })}`;
  const uri = vscode.Uri.from({ scheme: builtinScheme, path: `/${entity}.yaml`, query: source });
  return new vscode.Location(uri, new vscode.Range(1, 0, 1, 0));
}

/** Every mention of a subject in the corpus, as far as it has been read. */
export function referencesOf(
  index: CorpusIndexing,
  subject: string,
  cancel?: vscode.CancellationToken,
): vscode.Location[] {
  const locations: vscode.Location[] = [];
  const { view } = index;
  for (const { release, mentions } of mentionsOf(view, subject)) {
    if (cancel?.isCancellationRequested) break;
    for (const mention of mentions) locations.push(locationOf(index, view, release, mention));
  }
  return locations;
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

function inDocument(document: vscode.TextDocument, read: ReadRelease, subject: string): vscode.Location[] {
  return read.mentions
    .filter((mention) => subjectOf(mention, read.release.text) === subject)
    .map((mention) => new vscode.Location(document.uri, toRange(document, mention)));
}
