import * as vscode from 'vscode';
import { companionsOf } from '../../core/corpus/companions';
import type { Entity } from '../../core/recognition/entity';
import type { Mention } from '../../core/recognition/mention';
import { oneLine } from '../../core/recognition/newEntity';
import { officesAt } from '../../core/recognition/office';
import { whyRecognised } from '../../core/recognition/why';
import type { ReadRelease } from '../release/releases';
import { asText } from '../support/markdown';
import { typeName } from '../support/typeName';
import { offeredCommands, offersFor } from '../teaching/offers';
import type { SubjectHere } from '../teaching/subjectHere';
import { whyText } from './whyText';

/** Commands the card may link to; nothing else in it is trusted, since its texts come from files. */
const enabledCommands = ['pressmark.nextMention', 'pressmark.previousMention', ...offeredCommands];

/** As many of the other names and companions as a card has room for. */
const namesShown = 4;
const companionsShown = 3;
const alternativesShown = 4;

/** The card of a mention: who it is, how the release speaks of them, why it was recognised, and what to do. At most eight lines. */
export function entityCard(here: SubjectHere, mention: Mention): vscode.MarkdownString {
  const { read } = here;
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands };
  const entity = entityOf(read, mention.entity);
  const lines = [
    titleLine(here, mention, entity),
    entity ? officeLine(entity, read.release.metadata.date) : undefined,
    mention.normalized === undefined ? undefined : asText(mention.normalized),
    entity ? namesLine(read, entity) : undefined,
    entity ? companionsLine(read, entity) : undefined,
    asText(whyText(whyRecognised(mention, here.words, read.corpus.gazetteer))),
    alternativesLine(here, mention),
    walkLine(read, mention),
    offersFor(here)
      .map(({ command, short, argument }) => link(short, command, argument))
      .join(' · '),
  ];
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

/** How else this release writes it. */
function namesLine(read: ReadRelease, entity: Entity): string | undefined {
  const { text } = read.release;
  const written = read.mentions
    .filter((mention) => mention.entity === entity.id)
    .map(({ start, end }) => oneLine(text.slice(start, end)));
  const others = [...new Set(written)].filter((name) => name !== entity.name);
  if (others.length === 0) return undefined;
  return asText(vscode.l10n.t('Written here: {0}', enumerated(others, namesShown)));
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
  const links = others.map(({ id, name }) => link(name, 'pressmark.linkMention', { ...span, entity: id }));
  return `${asText(vscode.l10n.t('Or:'))} ${links.join(' · ')}`;
}

function walkLine(read: ReadRelease, { entity }: Mention): string | undefined {
  if (entity === undefined) return undefined;
  const count = read.mentions.filter((mention) => mention.entity === entity).length;
  if (count < 2) return asText(vscode.l10n.t('1 mention in this release'));
  const previous = link(vscode.l10n.t('Previous'), 'pressmark.previousMention', entity, '$(arrow-up) ');
  const next = link(vscode.l10n.t('Next'), 'pressmark.nextMention', entity, '$(arrow-down) ');
  return `${asText(vscode.l10n.t('{0} mentions in this release', count))} · ${previous} · ${next}`;
}

function link(label: string, command: string, argument: unknown, icon = ''): string {
  return `[${icon}${asText(label)}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

function entityOf(read: ReadRelease, id: string | undefined): Entity | undefined {
  return id === undefined ? undefined : read.corpus.gazetteer.entities.get(id);
}

function enumerated(names: readonly string[], atMost: number): string {
  const more = names.length > atMost ? ', …' : '';
  return names.slice(0, atMost).join(', ') + more;
}
