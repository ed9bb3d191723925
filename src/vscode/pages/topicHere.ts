import * as vscode from 'vscode';
import { subjectOf } from '../../core/corpus/subject';
import type { PageTopic } from '../../shared/pageProtocol';
import type { Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { isRelease } from '../support/languages';

/** A phrase longer than that is no phrase that anybody looks for. */
const longestPhrase = 300;

/** The subject of the mention under the cursor of the active editor. */
export async function subjectAtCursor(
  releases: Releases,
): Promise<{ readonly uri: vscode.Uri; readonly subject: string } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isRelease(editor.document)) return undefined;
  const read = await releases.read(editor.document);
  const [mention] = mentionsAt(read.mentions, editor.document.offsetAt(editor.selection.active));
  return mention && { uri: editor.document.uri, subject: subjectOf(mention, read.release.text) };
}

/** The phrase that is selected in the active editor. */
export function selectedPhrase(): PageTopic | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isRelease(editor.document) || editor.selection.isEmpty) return undefined;
  const text = editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim();
  return text === '' || text.length > longestPhrase ? undefined : { kind: 'phrase', text };
}

/** What a command was told to open: by a hover (`entity`), by another extension, or by a row of a view (`page`). */
export function topicOf(argument: unknown): PageTopic | undefined {
  if (typeof argument === 'string' && argument.trim() !== '')
    return { kind: 'phrase', text: argument.trim() };
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { entity, subject, phrase, code, page } = argument as Record<string, unknown>;
  if (page !== undefined) return topicOf(page);
  if (typeof entity === 'string') return { kind: 'subject', subject: entity };
  if (typeof subject === 'string') return { kind: 'subject', subject };
  if (typeof code === 'string') return { kind: 'code', code };
  if (typeof phrase === 'string' && phrase.trim() !== '') return { kind: 'phrase', text: phrase.trim() };
  return undefined;
}

/** The corpus's folder, where a command was told that too. */
export function rootOf(argument: unknown): vscode.Uri | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { root, page } = argument as Record<string, unknown>;
  if (page !== undefined) return rootOf(page);
  return typeof root === 'string' ? vscode.Uri.parse(root, true) : undefined;
}
