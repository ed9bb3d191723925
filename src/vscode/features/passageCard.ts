import * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import type { Corpus } from '../corpus/corpus';
import { asText } from '../support/markdown';

/** Commands the card may link to; nothing else in it is trusted, since its texts come from files. */
const enabledCommands = [
  'pressmark.editNote',
  'pressmark.deleteAnnotation',
  'pressmark.retagAnnotations',
  'pressmark.nextAnnotation',
  'pressmark.showOnlyCodes',
];

/** What a tagged passage says of itself: codes, note, who made it when, and what can be done with it. */
export function passageCard(passage: Passage, corpus: Corpus): readonly vscode.MarkdownString[] {
  const { annotation } = passage;
  const codes = new vscode.MarkdownString('', true);
  annotation.codes.forEach((id, index) => {
    const code = corpus.codes.get(id);
    if (index > 0) codes.appendMarkdown('\n\n');
    codes
      .appendMarkdown('$(tag) **')
      .appendMarkdown(asText(code?.name ?? id))
      .appendMarkdown('**');
    if (!code) codes.appendMarkdown(' · ').appendMarkdown(asText(vscode.l10n.t('not in the codebook')));
    if (code?.definition) codes.appendMarkdown(' — ').appendMarkdown(asText(code.definition));
  });
  const foot = new vscode.MarkdownString('', true);
  foot.isTrusted = { enabledCommands };
  const made = [annotation.author, annotation.created?.slice(0, 10)].filter(Boolean).join(', ');
  if (made) foot.appendMarkdown(asText(made)).appendMarkdown('\n\n');
  foot.appendMarkdown(actions(passage).join(' · '));
  return [codes, ...(annotation.note ? [noteMarkdown(annotation.note)] : []), foot];
}

function actions({ annotation: { id, codes } }: Passage): readonly string[] {
  const link = (label: string, command: string, argument: unknown): string =>
    `[${asText(label)}](command:pressmark.${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
  return [
    link(vscode.l10n.t('Retag…'), 'retagAnnotations', { ids: [id] }),
    link(vscode.l10n.t('Edit Note'), 'editNote', id),
    link(vscode.l10n.t('Delete'), 'deleteAnnotation', id),
    link(vscode.l10n.t('Next'), 'nextAnnotation', id),
    ...(codes.length > 0
      ? [
          link(
            codes.length === 1 ? vscode.l10n.t('Only This Code') : vscode.l10n.t('Only These Codes'),
            'showOnlyCodes',
            { codes },
          ),
        ]
      : []),
  ];
}

/** A note is a person's Markdown, and a file's: no link in it is a command, and no picture is fetched. */
export function noteMarkdown(note: string): vscode.MarkdownString {
  return new vscode.MarkdownString(note.replace(/!\[/g, '\\!['));
}
