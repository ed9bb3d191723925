import * as vscode from 'vscode';
import { findUrls } from '../../core/text/urls';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';

/** Longer texts are no releases; the editor itself looks for links in them. */
const longest = 5_000_000;

/** Web addresses in a release can be followed; the sentence's punctuation is no part of them. */
export function registerDocumentLinks(): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { language: releaseLanguage },
    {
      provideDocumentLinks(document) {
        const text = document.getText();
        if (text.length > longest) return [];
        return findUrls(text).map(
          (url) => new vscode.DocumentLink(toRange(document, url), vscode.Uri.parse(url.target)),
        );
      },
    },
  );
}
