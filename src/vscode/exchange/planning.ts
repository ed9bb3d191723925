import * as vscode from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import { readSidecar } from '../../core/annotation/sidecar';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { Format, ReadResult } from '../../core/formats/format';
import type { ImportPlan, ImportRelease } from '../../core/formats/import/importModel';
import { planImport } from '../../core/formats/import/planImport';
import { matchRelease } from '../../core/formats/paths';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import { SidecarFile } from '../annotation/sidecarFile';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles, sidecarUri } from '../corpus/corpusFiles';
import { fileName, readSavedText } from '../support/textFiles';
import { pathIn } from './exportOfCorpus';
import { walkWithProgress } from './walkWithProgress';
import { timestamp } from '../../core/annotation/timestamp';

/** Works out the plan of an import with these meanings of labels. */
export type PlanWith = (map: ReadonlyMap<string, string>) => ImportPlan;

/** Reads the releases that an import speaks of; undefined when the person cancelled that. */
export async function preparePlan(
  result: ReadResult,
  format: Format,
  corpus: Corpus,
  corpora: Corpora,
  store: SidecarStore,
  author: string | undefined,
): Promise<PlanWith | undefined> {
  const files = new Map((await releaseFiles(corpus, corpora)).map((uri) => [pathIn(corpus, uri), uri]));
  const paths = [...files.keys()];
  const wanted = new Set(result.documents.flatMap(({ path }) => matchRelease(path, paths) ?? []));
  const title = vscode.l10n.t('Looking for the passages');
  const releases = await walkWithProgress(title, wanted.size, async (step) => {
    const loaded = new Map<string, ImportRelease>();
    for (const path of wanted) {
      const release = await load(corpus, path, files.get(path)!, store);
      if (release) loaded.set(path, release);
      step();
    }
    return loaded;
  });
  if (!releases) return undefined;
  const now = timestamp(new Date());
  return (map) =>
    planImport(
      result,
      {
        paths,
        codebook: corpus.codebook ?? { codes: [] },
        entities: corpus.gazetteer.entities,
        load: (path) => releases.get(path),
      },
      { origin: format.id, map, now, ...(author !== undefined && { author }) },
    );
}

/** The text as it is on disk: sidecars speak of that. */
async function load(
  corpus: Corpus,
  path: string,
  uri: vscode.Uri,
  store: SidecarStore,
): Promise<ImportRelease | undefined> {
  const text = await readSavedText(uri);
  if (text === undefined) return undefined;
  const source = await new SidecarFile(sidecarUri(uri, corpus), uri, store).read();
  const annotations = source === undefined ? [] : (readSidecar(source).sidecar?.annotations ?? []);
  const release = parseRelease(text, { fileName: fileName(uri) });
  const mentions = recognize(release, corpus.gazetteer);
  return { path, text, annotations, anchors: anchorAnnotations(text, annotations), mentions };
}
