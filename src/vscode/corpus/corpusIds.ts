import type * as vscode from 'vscode';
import { readSidecar } from '../../core/annotation/sidecar';
import type { IdKind, IdPlace } from '../../core/corpus/idPlaces';
import { codebookIds, gazetteerIds, idAt } from '../../core/corpus/idPlaces';
import { sidecarIds } from '../../core/corpus/sidecarIds';
import { readText } from '../support/textFiles';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';
import { sidecarFiles } from './corpusFiles';
import type { CorpusFile } from './fileKind';
import { corpusFile } from './fileKind';

/** Sidecars read at a time. */
const atOnce = 16;

/** An id that somebody points at in a file of a corpus. */
export interface PointedId extends CorpusFile {
  readonly place: IdPlace;
}

/** The places of an id in one file. */
export interface FilePlaces {
  readonly uri: vscode.Uri;
  readonly source: string;
  readonly places: readonly IdPlace[];
  /** A file that can't be read: it may use the id all the same. */
  readonly isUnreadable?: true;
}

/** The id of a code or entity at a position of a codebook, gazetteer or sidecar. */
export async function pointedId(
  document: vscode.TextDocument,
  position: vscode.Position,
  corpora: Corpora,
): Promise<PointedId | undefined> {
  const file = await corpusFile(document.uri, corpora);
  if (!file) return undefined;
  const source = document.getText();
  const offset = document.offsetAt(position);
  const places =
    file.kind === 'codebook'
      ? codebookIds(source)
      : file.kind === 'gazetteer'
        ? gazetteerIds(source, { offset })
        : file.kind === 'sidecar'
          ? sidecarIds(readSidecar(source), { offset })
          : [];
  const place = idAt(places, offset);
  return place && { ...file, place };
}

/** Where an id is defined: in the codebook, or in the gazetteers of the corpus (not in the built-in one). */
export async function definitionsOf(
  corpus: Corpus,
  kind: IdKind,
  id: string,
): Promise<readonly FilePlaces[]> {
  const files = kind === 'code' ? [corpus.codebookUri] : corpus.gazetteerUris;
  const read = await Promise.all(files.map((uri) => readPlaces(uri, kind, id)));
  return read.filter((file) => file !== undefined);
}

async function readPlaces(uri: vscode.Uri, kind: IdKind, id: string): Promise<FilePlaces | undefined> {
  const source = await readText(uri).catch(() => undefined);
  if (source === undefined) return undefined;
  const places = kind === 'code' ? codebookIds(source) : gazetteerIds(source, { id });
  return { uri, source, places: places.filter((place) => place.id === id) };
}

/** Where the sidecars of a corpus use an id, a few files at a time. Files without it are left out. */
export async function* usesOf(
  corpus: Corpus,
  corpora: Corpora,
  kind: IdKind,
  id: string,
  cancel?: vscode.CancellationToken,
): AsyncGenerator<FilePlaces> {
  const files = await sidecarFiles(corpus, corpora, cancel);
  for (let at = 0; at < files.length; at += atOnce) {
    const read = await Promise.all(files.slice(at, at + atOnce).map((uri) => readUses(uri, kind, id)));
    if (cancel?.isCancellationRequested) return;
    for (const file of read) if (file) yield file;
  }
}

async function readUses(uri: vscode.Uri, kind: IdKind, id: string): Promise<FilePlaces | undefined> {
  const source = await readText(uri).catch(() => undefined);
  if (source === undefined || !source.includes(id)) return undefined;
  const file = readSidecar(source);
  if (!file.sidecar) return { uri, source, places: [], isUnreadable: true };
  const places = sidecarIds(file, { id }).filter((place) => place.kind === kind);
  return places.length > 0 ? { uri, source, places } : undefined;
}
