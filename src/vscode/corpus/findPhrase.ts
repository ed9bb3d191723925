import type * as vscode from 'vscode';
import { parseRelease } from '../../core/release/parseRelease';
import { phraseOccurrences } from '../../core/text/phraseOccurrences';
import type { Span } from '../../core/text/span';
import { overlaps } from '../../core/text/span';
import { isRelease } from '../support/languages';
import { fileName, openDocument, readText } from '../support/textFiles';
import type { Corpora } from './corpora';
import { releaseFiles } from './corpusFiles';
import { isReleaseFile } from './isReleaseFile';

/** Releases read at a time. */
const atOnce = 16;

/** Where a phrase stands in one release; UTF-16 offsets of its open document's text, else of its text on disk. */
export interface PhraseInRelease {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly occurrences: readonly PhraseOccurrence[];
}

export interface PhraseOccurrence {
  readonly span: Span;
  /** In the text around the release: what an agency puts under each of its releases. */
  readonly isBoilerplate: boolean;
}

export function findInText(uri: vscode.Uri, text: string, phrase: string): PhraseInRelease {
  const spans = phraseOccurrences(text, phrase);
  const regions = spans.length > 0 ? parseRelease(text, { fileName: fileName(uri) }).regions : [];
  const boilerplate = regions.filter(({ type }) => type === 'boilerplate');
  const occurrences = spans.map((span) => ({
    span,
    isBoilerplate: boilerplate.some((region) => overlaps(region, span)),
  }));
  return { uri, text, occurrences };
}

/** The releases of a corpus that hold a phrase; `of` is any file of the corpus. What can't be read is left out. */
export async function findInCorpus(
  of: vscode.Uri,
  corpora: Corpora,
  phrase: string,
  cancel?: vscode.CancellationToken,
): Promise<readonly PhraseInRelease[]> {
  const corpus = await corpora.of(of);
  const files = await releaseFiles(corpus, corpora, cancel);
  const found: PhraseInRelease[] = [];
  for (let at = 0; at < files.length && !cancel?.isCancellationRequested; at += atOnce) {
    const read = await Promise.all(
      files.slice(at, at + atOnce).map(async (uri) => {
        const text = await readText(uri).catch(() => undefined);
        return text === undefined ? undefined : { uri, text };
      }),
    );
    for (const file of read) {
      if (!file) continue;
      const hit = findInText(file.uri, file.text, phrase);
      const document = openDocument(file.uri);
      const isOne = async (): Promise<boolean> =>
        document ? isRelease(document) : isReleaseFile(file.uri, file.text, corpus);
      if (hit.occurrences.length > 0 && (await isOne())) found.push(hit);
    }
  }
  return found;
}
