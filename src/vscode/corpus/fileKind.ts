import * as vscode from 'vscode';
import type { CorpusFileKind } from '../../core/corpus/fileKeys';
import { defaultProject, projectFileName, sidecarSuffix } from '../../core/corpus/project';
import { exists, fileName, isOfFile } from '../support/textFiles';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';

/** The YAML documents that may be files of a corpus; most of them are none. */
export const corpusYaml: vscode.DocumentSelector = [
  { language: 'yaml' },
  { pattern: `**/*${sidecarSuffix}` },
];

export interface CorpusFile {
  readonly kind: CorpusFileKind;
  readonly corpus: Corpus;
}

const usualNames = new Set([defaultProject.codebook, ...defaultProject.gazetteers, projectFileName]);

/** What a YAML file is to its corpus; undefined for one that has nothing to do with Pressmark. */
export async function corpusFile(uri: vscode.Uri, corpora: Corpora): Promise<CorpusFile | undefined> {
  if (!isOfFile(uri)) return undefined;
  if (uri.path.endsWith(sidecarSuffix)) return { kind: 'sidecar', corpus: await corpora.of(uri) };
  // A corpus takes a moment to read: not for every YAML file there is.
  const root = await corpora.rootOf(uri);
  const isPossible =
    usualNames.has(fileName(uri)) || (await exists(vscode.Uri.joinPath(root, projectFileName)));
  if (!isPossible) return undefined;
  const corpus = await corpora.of(uri);
  const key = uri.toString();
  if (key === vscode.Uri.joinPath(root, projectFileName).toString()) return { kind: 'project', corpus };
  if (key === corpus.codebookUri.toString()) return { kind: 'codebook', corpus };
  const isGazetteer = corpus.gazetteerUris.some((gazetteer) => gazetteer.toString() === key);
  return isGazetteer ? { kind: 'gazetteer', corpus } : undefined;
}
