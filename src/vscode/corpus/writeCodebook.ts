import type * as vscode from 'vscode';
import { editCodebook } from '../../core/annotation/codebookEdit';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import type { Services } from '../services';
import { readText } from '../support/textFiles';
import { replaceText } from './replaceText';

/**
 * Brings edits into a codebook, comments kept; an absent file is begun. One with unsaved changes is edited in its editor and left
 * for the person to save. Throws when the codebook can't be read or written.
 */
export async function writeCodebook(
  uri: vscode.Uri,
  edits: readonly CodebookEdit[],
  services: Services,
): Promise<void> {
  const before = (await readText(uri)) ?? '';
  const after = editCodebook(before, edits);
  if (after !== before) await replaceText(uri, after, services);
}
