import * as vscode from 'vscode';
import { foldersOfCopies } from '../../core/corpus/fileNames';
import { looksLikeRelease } from '../../core/release/detect';
import type { Corpora } from '../corpus/corpora';
import { isAnnotated } from '../corpus/isReleaseFile';
import { canBeRelease, releaseLanguage } from '../support/languages';
import type { Log } from '../support/log';
import { fileName, openDocument } from '../support/textFiles';

const markCommand = 'pressmark.markAsRelease';

/**
 * Gives plain text files that are press releases, or have annotations, the language `press-release`. Whoever chose a language by hand, in
 * `files.associations` or by changing it back, keeps it.
 */
export function registerDetection(corpora: Corpora, log: Log): vscode.Disposable {
  /** Open files whose language was set once; changing it back is the person's choice and stays. */
  const decided = new Set<string>();
  /** The text that was worked on last: a walkthrough that covers it speaks of it too. */
  let last = vscode.window.activeTextEditor?.document;
  const offer = vscode.window.createStatusBarItem('pressmark.offer', vscode.StatusBarAlignment.Right, 90);
  offer.name = vscode.l10n.t('Pressmark: offer to annotate');
  offer.text = `$(tag) ${vscode.l10n.t('Annotate as a press release')}`;
  offer.command = markCommand;

  const consider = async (document: vscode.TextDocument): Promise<void> => {
    if (document.languageId !== 'plaintext' || !canBeRelease(document) || document.isUntitled) return;
    const key = document.uri.toString();
    if (decided.has(key) || (await isAssociated(document))) return;
    const byGlob = await matchesProject(document, corpora);
    if (byGlob === 'excluded') return;
    const isKnown =
      byGlob === 'included' || (await isAnnotated(document.uri, await corpora.of(document.uri)));
    const setting = vscode.workspace.getConfiguration('pressmark', document).get<string>('detection', 'auto');
    if (!isKnown && setting === 'off') return;
    if (!isKnown && !looksLikeRelease(document.getText(), fileName(document.uri)).isRelease) return;
    // What was only looked into is closed again by now.
    if (document.isClosed) return;
    if (isKnown || setting === 'auto') {
      decided.add(key);
      await becomeRelease(document);
    } else if (vscode.window.activeTextEditor?.document === document) {
      offer.show();
    }
  };
  const considerGuarded = (document: vscode.TextDocument): void =>
    void log.guard('looking whether a file is a press release', () => consider(document));

  for (const document of vscode.workspace.textDocuments) considerGuarded(document);
  return vscode.Disposable.from(
    offer,
    vscode.workspace.onDidOpenTextDocument(considerGuarded),
    vscode.workspace.onDidCloseTextDocument((document) => {
      // A change of language closes the document and opens it again at once; only a file that stays closed is new again.
      setTimeout(() => {
        if (!openDocument(document.uri)) decided.delete(document.uri.toString());
      });
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      offer.hide();
      if (!editor) return;
      if (canBeRelease(editor.document)) last = editor.document;
      considerGuarded(editor.document);
    }),
    vscode.commands.registerCommand(markCommand, () =>
      log.guard('changing the language', async () => {
        const document = vscode.window.activeTextEditor?.document ?? last;
        if (!document || document.isClosed) {
          void vscode.window.showInformationMessage(vscode.l10n.t('Open a text file first.'));
          return;
        }
        decided.add(document.uri.toString());
        offer.hide();
        await vscode.window.showTextDocument(
          await vscode.languages.setTextDocumentLanguage(document, releaseLanguage),
        );
      }),
    ),
  );
}

/** Gives a document the language of releases; one that is closed at that moment needs none. */
async function becomeRelease(document: vscode.TextDocument): Promise<void> {
  try {
    await vscode.languages.setTextDocumentLanguage(document, releaseLanguage);
  } catch (error) {
    if (openDocument(document.uri)) throw error;
  }
}

/** Whether the person's own `files.associations` speaks of this file; then nothing is to be detected. */
async function isAssociated(document: vscode.TextDocument): Promise<boolean> {
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Record<string, string>>('associations', {});
  return Object.keys(associations).some((pattern) => {
    const glob = pattern.includes('/') ? pattern : `**/${pattern}`;
    return vscode.languages.match({ pattern: glob }, document) > 0;
  });
}

/**
 * What `pressmark.yaml` says of a file: what its globs do not match is no release; what they match is one when the text
 * need not be looked at (`detection: off`).
 */
async function matchesProject(
  document: vscode.TextDocument,
  corpora: Corpora,
): Promise<'included' | 'excluded' | 'unsaid'> {
  const { root, project } = await corpora.of(document.uri);
  const matches = (glob: string): boolean =>
    vscode.languages.match({ pattern: new vscode.RelativePattern(root, glob) }, document) > 0;
  const isMatched =
    !foldersOfCopies.some((folder) => matches(`${folder}/**`)) &&
    project.releases.some((glob) => !glob.startsWith('!') && matches(glob)) &&
    !project.releases.some((glob) => glob.startsWith('!') && matches(glob.slice(1)));
  if (!isMatched) return 'excluded';
  return project.detection === 'off' ? 'included' : 'unsaid';
}
