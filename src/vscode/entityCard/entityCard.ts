import * as vscode from 'vscode';
import { companionsOf } from '../../core/corpus/companions';
import { subjectOf } from '../../core/corpus/subject';
import type { Entity } from '../../core/recognition/entity';
import type { Mention } from '../../core/recognition/mention';
import { oneLine } from '../../core/recognition/newEntity';
import { officesAt } from '../../core/recognition/office';
import { whyRecognised } from '../../core/recognition/why';
import type { ReadRelease } from '../release/releases';
import { asText } from '../support/markdown';
import { typeName } from '../support/typeName';
import { offersFor } from '../teaching/offers';
import type { SubjectHere } from '../teaching/subjectHere';
import { commandLink, linkedCommands } from './cardLinks';
import type { CorpusFacts } from './corpusFacts';
import { corpusCompanions, corpusLine, progressLine } from './corpusLines';
import { whyText } from './whyText';

/** As many of the other names and companions as a card has room for. */
const namesShown = 4;
const companionsShown = 3;
const alternativesShown = 4;

/** What a card says besides what the release itself tells. */
export interface CardContext {
  /** Absent where the corpus has no index. */
  readonly facts: CorpusFacts | undefined;
  /** Markdown; absent where there is no such page. */
  readonly pageLink: string | undefined;
}

/** The card of a mention: who it is, how release and corpus speak of them, why it was recognised, and what to do. About eight lines. */
export function entityCard(
  here: SubjectHere,
  mention: Mention,
  { facts, pageLink }: CardContext,
): vscode.MarkdownString {
  const { read } = here;
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands: linkedCommands };
  const entity = entityOf(read, mention.entity);
  const subject = subjectOf(mention, read.release.text);
  const paragraphs = [
    [titleLine(here, mention, entity), entity ? officeLine(entity, read.release.metadata.date) : undefined],
    [
      mention.normalized === undefined ? undefined : asText(mention.normalized),
      entity ? namesLine(read, entity, facts?.names ?? []) : undefined,
      (facts && corpusCompanions(facts)) ?? (entity ? companionsLine(read, entity) : undefined),
    ],
    [
      asText(whyText(whyRecognised(mention, here.words, read.corpus.gazetteer))),
      alternativesLine(here, mention),
    ],
    [
      walkLine(read, mention),
      facts ? corpusLine(facts, subject) : undefined,
      facts ? progressLine(facts) : undefined,
    ],
    [actionsLine(here, pageLink)],
  ];
  // Two spaces at its end break a line within a paragraph.
  const lines = paragraphs.map((paragraph) => paragraph.filter(Boolean).join('  \n'));
  return card.appendMarkdown(lines.filter(Boolean).join('\n\n'));
}

function titleLine(here: SubjectHere, mention: Mention, entity: Entity | undefined): string {
  const parts = [`**${asText(entity?.name ?? here.words)}**`, asText(typeName(mention.type))];
  if (entity?.description) parts.push(asText(entity.description));
  if (!mention.certain) parts.push(`*${asText(vscode.l10n.t('unconfirmed'))}*`);
  if (entity?.wikidata && /^Q\d+$/.test(entity.wikidata))
    parts.push(`[Wikidata ${entity.wikidata}](https://www.wikidata.org/wiki/${entity.wikidata})`);
  return parts.join(' · ');
}

function officeLine(entity: Entity, date: string | undefined): string | undefined {
  const titles = [...new Set(officesAt(entity, date).map(({ title }) => title))].join('; ');
  if (titles === '') return undefined;
  return asText(date === undefined ? titles : vscode.l10n.t('{0} (on {1})', titles, date));
}

/** How else this release writes it, and other releases. */
function namesLine(read: ReadRelease, entity: Entity, seen: readonly string[]): string | undefined {
  const { text } = read.release;
  const written = read.mentions
    .filter((mention) => mention.entity === entity.id)
    .map(({ start, end }) => oneLine(text.slice(start, end)));
  const here = [...new Set(written)].filter((name) => name !== entity.name);
  const elsewhere = seen.filter((name) => name !== entity.name && !written.includes(name));
  const parts = [
    ...(here.length > 0 ? [vscode.l10n.t('Written here: {0}', enumerated(here, namesShown))] : []),
    ...(elsewhere.length > 0
      ? [vscode.l10n.t('Written elsewhere: {0}', enumerated(elsewhere, namesShown))]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.map(asText).join(' · ');
}

function companionsLine(read: ReadRelease, entity: Entity): string | undefined {
  const companions = companionsOf(entity.id, read.mentions, read.release.regions);
  const names = companions.flatMap((id) => entityOf(read, id)?.name ?? []).slice(0, companionsShown);
  return names.length === 0 ? undefined : asText(vscode.l10n.t('Appears here with {0}', names.join(', ')));
}

function alternativesLine({ read, span }: SubjectHere, mention: Mention): string | undefined {
  const others = (mention.alternatives ?? [])
    .filter((id) => id !== mention.entity)
    .flatMap((id) => entityOf(read, id) ?? [])
    .slice(0, alternativesShown);
  if (others.length === 0) return undefined;
  const links = others.map(({ id, name }) =>
    commandLink(name, 'pressmark.linkMention', { ...span, entity: id }),
  );
  return `${asText(vscode.l10n.t('Or:'))} ${links.join(' · ')}`;
}

function walkLine(read: ReadRelease, { entity }: Mention): string | undefined {
  if (entity === undefined) return undefined;
  const count = read.mentions.filter((mention) => mention.entity === entity).length;
  if (count < 2) return asText(vscode.l10n.t('1 mention in this release'));
  const previous = commandLink(
    vscode.l10n.t('Previous'),
    'pressmark.previousMention',
    entity,
    '$(arrow-up) ',
  );
  const next = commandLink(vscode.l10n.t('Next'), 'pressmark.nextMention', entity, '$(arrow-down) ');
  return `${asText(vscode.l10n.t('{0} mentions in this release', count))} · ${previous} · ${next}`;
}

function actionsLine(here: SubjectHere, pageLink: string | undefined): string {
  const offers = offersFor(here).map(({ command, short, argument }) => commandLink(short, command, argument));
  return [...(pageLink ? [pageLink] : []), ...offers].join(' · ');
}

function entityOf(read: ReadRelease, id: string | undefined): Entity | undefined {
  return id === undefined ? undefined : read.corpus.gazetteer.entities.get(id);
}

function enumerated(names: readonly string[], atMost: number): string {
  const more = names.length > atMost ? ', …' : '';
  return names.slice(0, atMost).join(', ') + more;
}
