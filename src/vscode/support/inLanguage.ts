import * as vscode from 'vscode';
import { inWords, type Message } from '../../core/text/message';

/** What core tells a person, in the language of the editor. */
export function inLanguage(message: Message): string {
  const { l10n } = vscode;
  return inWords(message, (pattern) => l10n.t(pattern));
}
