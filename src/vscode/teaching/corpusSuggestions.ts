import * as vscode from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import { readSidecar } from '../../core/annotation/sidecar';
import { unlistedSubject } from '../../core/corpus/subject';
import { applyDecisions } from '../../core/corpus/decisions';
import { projectFileName } from '../../core/corpus/fileNames';
import { placesOf, unlistedNames } from '../../core/corpus/questions/unlistedNames';
import type { Mention } from '../../core/recognition/mention';
import { recognize } from '../../core/recognition/recognize';
import {
  collectSuggestions,
  contextOf,
  similarPersons,
  type Suggestion,
} from '../../core/recognition/suggest';
import { parseRelease } from '../../core/release/parseRelease';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles, sidecarUri } from '../corpus/corpusFiles';
import { isReleaseFile } from '../corpus/isReleaseFile';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { readIndexed } from '../corpus/indexedText';
import { fileName, readText } from '../support/textFiles';

/** How long the extension host is kept busy at a time. */
const sliceMs = 12;

/** More than anybody looks through. */
const mostSuggested = 500;

/**
 * Names that rules find in the releases of a corpus and no list holds, the most frequent first; what people rejected is left
 * out. Undefined when cancelled. `step` is told after each of `total` steps; files that can't be read are left out. The index is
 * asked where there is one; else every release is read.
 */
export async function suggestionsOf(
  corpus: Corpus,
  corpora: Corpora,
  indexes: CorpusIndexes,
  cancel: vscode.CancellationToken,
  step: (total: number) => void,
): Promise<readonly Suggestion[] | undefined> {
  const index = await indexes.of(vscode.Uri.joinPath(corpus.root, projectFileName));
  return index === undefined || index.progress.state === 'paused'
    ? suggestionsOfFiles(corpus, corpora, cancel, step)
    : suggestionsOfIndex(corpus, index, cancel, step);
}

async function suggestionsOfIndex(
  corpus: Corpus,
  index: CorpusIndexing,
  cancel: vscode.CancellationToken,
  step: (total: number) => void,
): Promise<readonly Suggestion[] | undefined> {
  await index.upToDate(cancel);
  if (cancel.isCancellationRequested) return undefined;
  const { view } = index;
  const { gazetteer } = corpus;
  const listed = [...gazetteer.entities.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
  const names = unlistedNames(view, listed, mostSuggested);
  const suggestions: Suggestion[] = [];
  for (const { subject, type, count, releases } of names) {
    for (const { release, mention } of placesOf(view, subject)) {
      const text = await readIndexed(index, release.path).catch(() => undefined);
      if (text === undefined || mention.end > text.length) continue;
      const name = text.slice(mention.start, mention.end).replace(/\s+/g, ' ');
      if (unlistedSubject(type, name) !== subject) continue;
      const contexts = [contextOf(index.uriOf(release.path).path, text, mention.start, mention.end)];
      const similar = type === 'person' ? similarPersons(name, gazetteer).map(({ id }) => id) : [];
      suggestions.push({ name, type, count, files: releases, contexts, similar });
      break;
    }
    step(names.length);
    if (cancel.isCancellationRequested) return undefined;
  }
  return suggestions;
}

async function suggestionsOfFiles(
  corpus: Corpus,
  corpora: Corpora,
  cancel: vscode.CancellationToken,
  step: (total: number) => void,
): Promise<readonly Suggestion[] | undefined> {
  const files = await releaseFiles(corpus, corpora, cancel);
  const collector = collectSuggestions(corpus.gazetteer);
  let sliceEnd = Date.now() + sliceMs;
  for (const uri of files) {
    if (cancel.isCancellationRequested) return undefined;
    const text = await readText(uri).catch(() => undefined);
    const isRead = text !== undefined && (await isReleaseFile(uri, text, corpus));
    if (isRead) collector.add({ file: uri.path, text, mentions: await mentionsOf(uri, text, corpus) });
    step(files.length);
    if (Date.now() > sliceEnd) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      sliceEnd = Date.now() + sliceMs;
    }
  }
  return cancel.isCancellationRequested ? undefined : collector.list();
}

async function mentionsOf(uri: vscode.Uri, text: string, corpus: Corpus): Promise<readonly Mention[]> {
  const { gazetteer } = corpus;
  const recognised = recognize(parseRelease(text, { fileName: fileName(uri) }), gazetteer);
  const source = await readText(sidecarUri(uri, corpus)).catch(() => undefined);
  const annotations = source === undefined ? [] : (readSidecar(source).sidecar?.annotations ?? []);
  const decisions = annotations.filter(({ entity }) => entity !== undefined);
  if (decisions.length === 0) return recognised;
  return applyDecisions(recognised, decisions, anchorAnnotations(text, decisions), gazetteer);
}
