import * as vscode from 'vscode';
import { subjectOf } from '../../core/corpus/subject';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { entityPageLink } from '../entityCard/cardLinks';
import { CorpusFactsReader } from '../entityCard/corpusFacts';
import { entityCard } from '../entityCard/entityCard';
import type { Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';
import { subjectHere } from '../teaching/subjectHere';

/** The card of the entity under the mouse: at once what the release tells, and what the index knows by then. */
export function registerEntityHover(releases: Releases, indexes: CorpusIndexes): vscode.Disposable {
  const reader = new CorpusFactsReader(indexes);
  return vscode.languages.registerHoverProvider(
    { language: releaseLanguage },
    {
      async provideHover(document, position, cancel) {
        const read = await releases.read(document);
        if (cancel.isCancellationRequested || read.version !== document.version) return undefined;
        const [innermost] = mentionsAt(read.mentions, document.offsetAt(position));
        const here = innermost && subjectHere(document, read, innermost);
        if (!here?.mention) return undefined;
        const { mention } = here;
        const facts = await reader.of(document.uri, subjectOf(mention, read.release.text));
        const pageLink = mention.entity === undefined ? undefined : entityPageLink(mention.entity);
        if (cancel.isCancellationRequested) return undefined;
        return new vscode.Hover(entityCard(here, mention, { facts, pageLink }), toRange(document, here.span));
      },
    },
  );
}
