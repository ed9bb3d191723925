import type { TextDocument } from 'vscode';

export const releaseLanguage = 'press-release';

/** Schemes that show other versions of a file, or no file at all: never annotated, never detected. */
const foreignSchemes = new Set([
  'git',
  'output',
  'vscode-scm',
  'vscode-settings',
  'search-editor',
  'walkThrough',
]);

export function isRelease(document: TextDocument): boolean {
  return document.languageId === releaseLanguage && !foreignSchemes.has(document.uri.scheme);
}

export function canBeRelease(document: TextDocument): boolean {
  return !foreignSchemes.has(document.uri.scheme);
}
