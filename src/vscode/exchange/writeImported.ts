import * as vscode from 'vscode';
import { fingerprint } from '../../core/annotation/fingerprint';
import { readSidecar } from '../../core/annotation/sidecar';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { ReadProblem } from '../../core/formats/format';
import { importedCodebook, importedGazetteer, importEdits } from '../../core/formats/import/applyImport';
import type { ImportPlan } from '../../core/formats/import/importModel';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import { SidecarFile } from '../annotation/sidecarFile';
import { writeUndoably } from '../annotation/undoableWrite';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { replaceText } from '../corpus/replaceText';
import type { Services } from '../services';
import { inLanguage } from '../support/inLanguage';
import { fileName, readSavedText, readText } from '../support/textFiles';

type Undo = () => Promise<void>;

/** What an import did, to be taken back as one. */
export interface Imported {
  readonly annotations: number;
  readonly releases: number;
  readonly forReview: number;
  /** How many codes were added to the codebook. */
  readonly codes: number;
  /** Why some files could not be written to, one sentence each. */
  readonly failures: readonly string[];
  /** What of the files could not be read or placed, one line each, with file and line. */
  readonly problems: readonly string[];
  undo(): Promise<void>;
}

/**
 * Writes what an import adds: codebook and gazetteer first, so that what sidecars refer to is there when they are. Where
 * one of these can't be written, no sidecar is.
 */
export async function writeImported(
  corpus: Corpus,
  plan: ImportPlan,
  store: SidecarStore,
  open: AnnotatedReleases,
  services: Services,
): Promise<Imported> {
  const undos: Undo[] = [];
  const failures: string[] = [];
  let annotations = 0;
  let releases = 0;
  let codes = 0;
  const take = (done: Undo | string): boolean => {
    if (typeof done === 'string') failures.push(done);
    else undos.unshift(done);
    return typeof done !== 'string';
  };
  if (plan.codes.length > 0) {
    const done = await change(corpus.codebookUri, (before) => importedCodebook(before, plan), services);
    if (take(done)) codes = plan.codes.length;
  }
  const gazetteer = corpus.gazetteerUris.at(-1) ?? vscode.Uri.joinPath(corpus.root, 'entities.yaml');
  if (plan.entities.length > 0) {
    take(await change(gazetteer, (before) => importedGazetteer(before, plan.entities), services));
  }
  for (const release of failures.length > 0 ? [] : plan.releases) {
    if (release.annotations.length === 0) continue;
    const uri = vscode.Uri.joinPath(corpus.root, release.path);
    const file = new SidecarFile(sidecarUri(uri, corpus), uri, store);
    const before = await file.read();
    if (before !== undefined && !readSidecar(before).writable) {
      take(vscode.l10n.t('{0} can’t be read, so it was not written to.', fileName(file.uri)));
      continue;
    }
    const text = before === undefined ? await readSavedText(uri) : undefined;
    const edits: readonly SidecarEdit[] = [
      ...(text === undefined ? [] : [{ kind: 'text', text: fingerprint(text) } as const]),
      ...importEdits(release, plan.origin),
    ];
    const done = await writeUndoably(file, before, edits);
    await open.reload(file.uri);
    const undo: Undo | string =
      typeof done === 'string' ? done : () => done.undo().then(() => open.reload(file.uri));
    if (!take(undo)) continue;
    annotations += release.annotations.length;
    releases++;
  }
  return {
    ...{ annotations, releases, codes, failures, forReview: plan.counts['for-review'] },
    problems: plan.problems.map(problemLine),
    undo: async () => {
      for (const undo of undos) await undo();
    },
  };
}

function problemLine({ file, line, message }: ReadProblem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${inLanguage(message)}`;
}

/** Changes a file of the corpus; what takes it back leaves alone what was changed since. */
async function change(
  uri: vscode.Uri,
  edit: (before: string) => string | undefined,
  services: Services,
): Promise<Undo | string> {
  const before = await readText(uri);
  let after: string | undefined;
  try {
    after = edit(before ?? '');
  } catch (error) {
    return `${fileName(uri)}: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (after === undefined) {
    return vscode.l10n.t(
      '{0} is laid out in a way that nothing can be added to; write it as a block list.',
      fileName(uri),
    );
  }
  await replaceText(uri, after, services);
  return async () => {
    if ((await readText(uri)) !== after) return;
    if (before === undefined) await vscode.workspace.fs.delete(uri);
    else await replaceText(uri, before, services);
  };
}
