import * as vscode from 'vscode';
import type { Code } from '../../../core/annotation/codebook';
import type { Entity } from '../../../core/recognition/entity';
import type { Corpora } from '../../corpus/corpora';
import type { Corpus } from '../../corpus/corpus';
import type { CorpusCounts, UseCount } from '../../corpus/corpusCounts';
import type { PointedId } from '../../corpus/corpusIds';
import { pointedId } from '../../corpus/corpusIds';
import type { CorpusIndexes } from '../../corpus/corpusIndexes';
import { corpusYaml } from '../../corpus/fileKind';
import { mentionsCounted, releasesCounted } from '../../support/counted';
import { asText } from '../../support/markdown';
import { toRange } from '../../support/ranges';
import { typeName } from '../../support/typeName';

/** What an id in a codebook, gazetteer or sidecar stands for, and how much it is used. */
export function registerIdHover(
  corpora: Corpora,
  counts: CorpusCounts,
  indexes: CorpusIndexes,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(corpusYaml, {
    async provideHover(document, position, cancel) {
      const pointed = await pointedId(document, position, corpora);
      if (!pointed) return undefined;
      const { corpus, place } = pointed;
      const uses = await (place.kind === 'code'
        ? counts.codes(corpus, cancel)
        : counts.entities(corpus, cancel));
      if (cancel.isCancellationRequested) return undefined;
      const known = [counted(uses.get(place.id))];
      if (place.kind === 'entity') known.push(...mentioned(place.id, corpus, indexes));
      return new vscode.Hover(card(pointed, known), toRange(document, place.span));
    },
  });
}

/** How often an entity is mentioned, where the corpus has been read. */
function mentioned(id: string, { root }: Corpus, indexes: CorpusIndexes): readonly string[] {
  const index = indexes.all().find(({ corpus }) => corpus.root.toString() === root.toString());
  if (!index || index.progress.state === 'indexing' || index.progress.state === 'paused') return [];
  const { count, releases } = index.view.frequency(id);
  if (count === 0) return [vscode.l10n.t('No mention in the corpus')];
  return [`${mentionsCounted(count)} · ${releasesCounted(releases)}`];
}

function card({ corpus, place }: PointedId, known: readonly string[]): vscode.MarkdownString {
  const code = place.kind === 'code' ? corpus.codes.get(place.id) : undefined;
  const entity = place.kind === 'entity' ? corpus.gazetteer.entities.get(place.id) : undefined;
  const paragraphs = code ? codeCard(code) : entity ? entityCard(entity) : [unknown(place.kind)];
  paragraphs.push(...known);
  const markdown = new vscode.MarkdownString();
  const title = code?.name ?? entity?.name ?? place.id;
  markdown.appendMarkdown(`**${asText(title)}**`);
  for (const paragraph of paragraphs) markdown.appendMarkdown(`\n\n${asText(paragraph)}`);
  return markdown;
}

function counted(uses: UseCount | undefined): string {
  if (!uses) return vscode.l10n.t('No annotation in the corpus');
  if (uses.annotations === 1) return vscode.l10n.t('One annotation in the corpus');
  return uses.releases === 1
    ? vscode.l10n.t('{0} annotations in one release of the corpus', uses.annotations)
    : vscode.l10n.t('{0} annotations in {1} releases of the corpus', uses.annotations, uses.releases);
}

function unknown(kind: 'code' | 'entity'): string {
  return kind === 'code' ? vscode.l10n.t('not in the codebook') : vscode.l10n.t('in no gazetteer');
}

function codeCard(code: Code): string[] {
  const examples = code.examples.map((example) => `“${example}”`).join(' · ');
  return [
    ...(code.retired ? [vscode.l10n.t('retired: not for new passages')] : []),
    ...(code.definition ? [code.definition] : []),
    ...(examples ? [examples] : []),
    ...(code.key ? [vscode.l10n.t('Key {0}', code.key)] : []),
  ];
}

function entityCard(entity: Entity): string[] {
  const offices = entity.offices.map(({ title, from, until }) =>
    from || until ? `${title} (${from ?? ''}–${until ?? ''})` : title,
  );
  return [
    typeName(entity.type),
    ...(entity.description ? [entity.description] : []),
    ...(offices.length > 0 ? [offices.join(' · ')] : []),
    ...(entity.aliases.length > 0 ? [entity.aliases.join(' · ')] : []),
  ];
}
