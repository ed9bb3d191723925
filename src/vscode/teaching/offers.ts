import * as vscode from 'vscode';
import type { Mention } from '../../core/recognition/mention';
import type { SubjectHere } from './subjectHere';

/** One thing a person may say of a stretch, as a command with its argument. */
export interface Offer {
  readonly command: string;
  readonly title: string;
  /** Short, for a line of links. */
  readonly short: string;
  readonly argument: { readonly start: number; readonly end: number };
  readonly isPreferred: boolean;
}

/** The commands offers lead to. */
export const offeredCommands = [
  'pressmark.addEntity',
  'pressmark.addAlias',
  'pressmark.rejectMention',
  'pressmark.linkMention',
  'pressmark.confirmMention',
] as const;

/** Found by a rule, or with namesakes: worth a person's word. */
export function isMentionUnsure(mention: Mention): boolean {
  return !mention.certain || (mention.alternatives?.length ?? 0) > 0;
}

/** What may be said here. Dates are read, not known: they can only be rejected. */
export function offersFor({ mention, span, words }: SubjectHere): readonly Offer[] {
  const offer = (
    command: (typeof offeredCommands)[number],
    title: string,
    short: string,
    isPreferred = false,
  ): Offer => ({ command, title, short, argument: { start: span.start, end: span.end }, isPreferred });
  const reject = offer(
    'pressmark.rejectMention',
    vscode.l10n.t('Not an Entity'),
    vscode.l10n.t('Not an entity'),
  );
  if (mention?.type === 'date') return [reject];

  const isListed = mention?.entity !== undefined;
  const isOpen = mention !== undefined && mention.reason !== 'person' && isMentionUnsure(mention);
  return [
    ...(isOpen && isListed
      ? [
          offer(
            'pressmark.confirmMention',
            vscode.l10n.t('Confirm “{0}”', words),
            vscode.l10n.t('Confirm'),
            true,
          ),
        ]
      : []),
    ...(isListed
      ? []
      : [
          offer(
            'pressmark.addEntity',
            vscode.l10n.t('Add “{0}” as Entity…', words),
            vscode.l10n.t('Add…'),
            mention !== undefined,
          ),
        ]),
    offer('pressmark.addAlias', vscode.l10n.t('Alias of…'), vscode.l10n.t('Alias of…')),
    offer(
      'pressmark.linkMention',
      isListed ? vscode.l10n.t('It Is Someone Else…') : vscode.l10n.t('It Is…'),
      isListed ? vscode.l10n.t('Someone else…') : vscode.l10n.t('It is…'),
    ),
    ...(mention ? [reject] : []),
  ];
}
