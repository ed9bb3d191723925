import * as vscode from 'vscode';
import { subjectOf } from '../../core/corpus/subject';
import { officesAt } from '../../core/recognition/office';
import type { PanelEntity } from '../../shared/protocol';
import type { ReadRelease } from '../release/releases';
import { typeName } from '../support/typeName';
import { offersFor } from '../teaching/offers';
import { subjectHere } from '../teaching/subjectHere';

/** Something to be done about the entity under the cursor. */
export interface EntityAction {
  readonly command: string;
  readonly argument: unknown;
  /** It asks or decides something; the others go to a place. */
  readonly asks: boolean;
}

/** The entity under the cursor, and what each of its actions does. */
export interface EntityHere {
  readonly shown: PanelEntity;
  readonly actions: readonly EntityAction[];
}

/** Nothing where the cursor stands in no mention, or the text has gone on since it was read. */
export function entityHere(
  document: vscode.TextDocument,
  read: ReadRelease,
  cursor: vscode.Position,
): EntityHere | undefined {
  if (read.version !== document.version) return undefined;
  const here = subjectHere(document, read, new vscode.Range(cursor, cursor), true);
  if (!here?.mention) return undefined;
  const { mention } = here;
  const entity =
    mention.entity === undefined ? undefined : read.corpus.gazetteer.entities.get(mention.entity);
  const { text, metadata } = read.release;
  const subject = subjectOf(mention, text);
  const mentions = read.mentions.filter((other) => subjectOf(other, text) === subject).length;
  const walk =
    mention.entity === undefined || mentions < 2
      ? []
      : [
          {
            label: vscode.l10n.t('Previous'),
            command: 'pressmark.previousMention',
            argument: mention.entity,
            asks: false,
          },
          {
            label: vscode.l10n.t('Next'),
            command: 'pressmark.nextMention',
            argument: mention.entity,
            asks: false,
          },
        ];
  const actions = [
    ...walk,
    ...(entity
      ? [
          {
            label: vscode.l10n.t('In gazetteer'),
            command: 'editor.action.revealDefinition',
            argument: undefined,
            asks: false,
          },
        ]
      : []),
    ...offersFor(here).map(({ short, command, argument }) => ({
      label: short,
      command,
      argument,
      asks: true,
    })),
  ];
  const { date } = metadata;
  const titles = entity ? [...new Set(officesAt(entity, date).map(({ title }) => title))].join('; ') : '';
  return {
    actions,
    shown: {
      name: entity?.name ?? here.words,
      type: typeName(mention.type),
      isSure: mention.certain,
      mentions,
      actions: actions.map(({ label }) => label),
      ...(entity?.description === undefined ? {} : { description: entity.description }),
      ...(titles === ''
        ? {}
        : { offices: date === undefined ? titles : vscode.l10n.t('{0} (on {1})', titles, date) }),
      ...(entity?.wikidata && /^Q\d+$/.test(entity.wikidata) ? { wikidata: entity.wikidata } : {}),
    },
  };
}
