import * as vscode from 'vscode';
import { entityCard } from '../entityCard/entityCard';
import type { Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';
import { subjectHere } from '../teaching/subjectHere';

/** The card of the entity under the mouse. */
export function registerEntityHover(releases: Releases): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: releaseLanguage },
    {
      async provideHover(document, position, cancel) {
        const read = await releases.read(document);
        if (cancel.isCancellationRequested || read.version !== document.version) return undefined;
        const [innermost] = mentionsAt(read.mentions, document.offsetAt(position));
        const here = innermost && subjectHere(document, read, innermost);
        if (!here?.mention) return undefined;
        return new vscode.Hover(entityCard(here, here.mention), toRange(document, here.span));
      },
    },
  );
}
