import * as vscode from 'vscode';
import { sidecarSuffix, projectFileName, usualCodebook, usualGazetteer } from '../../core/corpus/fileNames';
import { looksLikeRelease } from '../../core/release/detect';
import { findRoot, hasProject } from '../corpus/corpusRoot';
import { canBeRelease, isRelease } from '../support/languages';
import { exists, fileName, parentOf } from '../support/textFiles';

const usualNames = new Set([projectFileName, usualCodebook, usualGazetteer]);

/**
 * Whether an open document is a reason to load Pressmark: a press release or a text that looks like one or is annotated, a
 * file that Pressmark writes, or any text or YAML of a folder with a `pressmark.yaml`. Not more than a glance: what is loaded then
 * looks closer.
 */
export async function concernsPressmark(document: vscode.TextDocument): Promise<boolean> {
  if (!canBeRelease(document)) return false;
  if (isRelease(document)) return true;
  const { languageId, uri, isUntitled } = document;
  const name = fileName(uri);
  if (name.endsWith(sidecarSuffix)) return true;
  if (isUntitled || (languageId !== 'plaintext' && languageId !== 'yaml')) return false;
  if (languageId === 'yaml' ? usualNames.has(name) : isDetected(document)) return true;
  if (await exists(uri.with({ path: uri.path + sidecarSuffix }))) return true;
  return hasProject(await findRoot(parentOf(uri)));
}

function isDetected(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace.getConfiguration('pressmark', document).get<string>('detection', 'auto');
  return setting !== 'off' && looksLikeRelease(document.getText(), fileName(document.uri)).isRelease;
}
