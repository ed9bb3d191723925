import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../../annotation/annotatedReleases';
import type { Corpora } from '../../corpus/corpora';
import type { CorpusCounts } from '../../corpus/corpusCounts';
import { registerYamlCompletion } from './completion';
import { registerIdDefinitions } from './definition';
import { registerIdHover } from './hover';
import { registerIdReferences } from './references';
import { registerIdRename } from './rename';
import { registerYamlSymbols } from './symbols';

/** Codebooks, gazetteers and sidecars as languages: ids that can be followed, found, renamed and completed. */
export function registerCorpusYaml(
  corpora: Corpora,
  annotations: AnnotatedReleases,
  counts: CorpusCounts,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerYamlCompletion(corpora),
    registerIdHover(corpora, counts),
    registerYamlSymbols(corpora),
    registerIdDefinitions(corpora),
    registerIdReferences(corpora, annotations),
    registerIdRename(corpora),
  );
}
