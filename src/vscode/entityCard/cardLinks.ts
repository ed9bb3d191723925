import * as vscode from 'vscode';
import { offeredCommands } from '../teaching/offers';
import { asText } from '../support/markdown';

const entityPage = 'pressmark.openEntityPage';

/** Commands the card may link to; nothing else in it is trusted, since its texts come from files. */
export const linkedCommands = [
  'pressmark.nextMention',
  'pressmark.previousMention',
  'pressmark.openPlace',
  entityPage,
  ...offeredCommands,
];

/** A link that runs a command; `icon` with the space behind it. */
export function commandLink(label: string, command: string, argument: unknown, icon = ''): string {
  return `[${icon}${asText(label)}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

/** The link to an entity's page. */
export function entityPageLink(entity: string): string {
  return commandLink(vscode.l10n.t('Entity page'), entityPage, { entity });
}
