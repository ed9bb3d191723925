import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import type { Mention } from '../../core/recognition/mention';
import { officesAt } from '../../core/recognition/office';
import type { ReadRelease, Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { asText } from '../support/markdown';
import { toRange } from '../support/ranges';

/** Commands the card may link to; nothing else in it is trusted, since its texts come from files. */
const enabledCommands = ['pressmark.nextMention', 'pressmark.previousMention'];

/** The card of the entity under the mouse: who it is, how often it is named here, where to read on. */
export function registerEntityHover(releases: Releases): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: releaseLanguage },
    {
      async provideHover(document, position, cancel) {
        const read = await releases.read(document);
        if (cancel.isCancellationRequested) return undefined;
        const [innermost] = mentionsAt(read.mentions, document.offsetAt(position));
        if (!innermost) return undefined;
        return new vscode.Hover(entityCard(read, innermost), toRange(document, innermost));
      },
    },
  );
}

function entityCard(read: ReadRelease, mention: Mention): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands };
  const written = read.release.text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
  const entity =
    mention.entity === undefined ? undefined : read.corpus.gazetteer.entities.get(mention.entity);

  card
    .appendMarkdown('**')
    .appendMarkdown(asText(entity?.name ?? written))
    .appendMarkdown('** · ')
    .appendMarkdown(asText(typeName(mention.type)));
  if (!mention.certain)
    card.appendMarkdown(' · ').appendMarkdown(asText(vscode.l10n.t('found by a rule, unconfirmed')));
  if (entity?.description) card.appendMarkdown('\n\n').appendMarkdown(asText(entity.description));
  if (entity) appendOffices(card, entity, read.release.metadata.date);
  if (mention.normalized) card.appendMarkdown('\n\n').appendMarkdown(asText(mention.normalized));
  if (entity && entity.name !== written) {
    card.appendMarkdown('\n\n').appendMarkdown(asText(vscode.l10n.t('Written here as “{0}”', written)));
  }
  appendWalk(card, read, mention);
  if (entity?.wikidata && /^Q\d+$/.test(entity.wikidata)) {
    card.appendMarkdown(
      `\n\n[Wikidata ${entity.wikidata}](https://www.wikidata.org/wiki/${entity.wikidata})`,
    );
  }
  return card;
}

function appendOffices(card: vscode.MarkdownString, entity: Entity, date: string | undefined): void {
  if (entity.offices.length === 0) return;
  const held = date === undefined ? entity.offices : officesAt(entity, date);
  if (held.length === 0) return;
  const titles = held.map((office) => office.title).join('; ');
  const text = date === undefined ? titles : vscode.l10n.t('{0} (on {1})', titles, date);
  card.appendMarkdown('\n\n').appendMarkdown(asText(text));
}

function appendWalk(card: vscode.MarkdownString, read: ReadRelease, mention: Mention): void {
  if (mention.entity === undefined) return;
  const count = read.mentions.filter(({ entity }) => entity === mention.entity).length;
  const counted =
    count === 1
      ? vscode.l10n.t('1 mention in this release')
      : vscode.l10n.t('{0} mentions in this release', count);
  card.appendMarkdown('\n\n').appendMarkdown(asText(counted));
  if (count < 2) return;
  const args = encodeURIComponent(JSON.stringify([mention.entity]));
  const previous = vscode.l10n.t('Previous');
  const next = vscode.l10n.t('Next');
  card.appendMarkdown(
    ` · [$(arrow-up) ${previous}](command:pressmark.previousMention?${args}) · [$(arrow-down) ${next}](command:pressmark.nextMention?${args})`,
  );
}

function typeName(type: string): string {
  const names: Record<string, string> = {
    person: vscode.l10n.t('person'),
    organization: vscode.l10n.t('organization'),
    place: vscode.l10n.t('place'),
    role: vscode.l10n.t('role'),
    event: vscode.l10n.t('event'),
    document: vscode.l10n.t('document'),
    facility: vscode.l10n.t('facility'),
    date: vscode.l10n.t('date'),
  };
  return names[type] ?? type;
}
