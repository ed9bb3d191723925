import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../../annotation/annotatedReleases';
import type { Corpora } from '../../corpus/corpora';
import type { CorpusCounts } from '../../corpus/corpusCounts';
import type { CorpusIndexes } from '../../corpus/corpusIndexes';
import { registerYamlCompletion } from './completion';
import { registerIdDefinitions } from './definition';
import { registerIdFixes } from './fixes';
import { registerIdHover } from './hover';
import { registerIdReferences } from './references';
import { registerIdRename } from './rename';
import { registerYamlSymbols } from './symbols';

/** Codebooks, gazetteers and sidecars as languages: ids that can be followed, found, renamed and completed. */
export function registerCorpusYaml(
  corpora: Corpora,
  annotations: AnnotatedReleases,
  counts: CorpusCounts,
  indexes: CorpusIndexes,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerYamlCompletion(corpora),
    registerIdHover(corpora, counts, indexes),
    registerYamlSymbols(corpora),
    registerIdDefinitions(corpora),
    registerIdReferences(corpora, annotations, indexes),
    registerIdRename(corpora),
    registerIdFixes(corpora),
  );
}
