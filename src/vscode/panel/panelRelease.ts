import type { Code } from '../../core/annotation/codebook';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { CodeUse, PanelCode, PanelRelease } from '../../shared/protocol';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { Corpus } from '../corpus/corpus';
import { fileName } from '../support/textFiles';

const defaultColor = '#94a3b8';

/** What the panel shows where the active editor holds no release. */
export const noRelease: PanelRelease = { codebook: 'none', codes: [] };

/** What it shows beside the other files of a corpus. */
export function panelCodebook(corpus: Corpus): PanelRelease {
  return {
    codebook: corpus.codebookState,
    codes: corpus.codebook ? flatten(corpus.codebook.codes, 0) : [],
  };
}

/** Which release the panel shows, with which codes. */
export function panelRelease(release: AnnotatedRelease, corpus: Corpus): PanelRelease {
  return {
    ...panelCodebook(corpus),
    release: fileName(release.document.uri),
    uri: release.document.uri.toString(),
    ...(release.warning === undefined ? {} : { warning: release.warning }),
  };
}

function flatten(codes: readonly Code[], depth: number): PanelCode[] {
  return codes.flatMap((code) => [
    {
      id: code.id,
      name: code.name,
      depth,
      hasChildren: code.codes.length > 0,
      color: code.color ?? defaultColor,
      ...(code.key === undefined ? {} : { key: code.key }),
      ...(code.definition === undefined ? {} : { definition: code.definition }),
      examples: [...code.examples],
      retired: code.retired ?? false,
    },
    ...flatten(code.codes, depth + 1),
  ]);
}

/** How often each code is used in the corpus, as the index knows it. */
export function codeUses(view: CorpusView): Record<string, CodeUse> {
  const uses: Record<string, CodeUse> = {};
  for (const { code, count, releases } of view.codes()) uses[code] = { annotations: count, releases };
  return uses;
}
