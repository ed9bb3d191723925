import * as vscode from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import { readSidecar } from '../../core/annotation/sidecar';
import type { Format, SourceFile } from '../../core/formats/format';
import { importedCodebook, importedGazetteer, importedSidecar } from '../../core/formats/import/applyImport';
import type { ImportPlan, ImportRelease } from '../../core/formats/import/importModel';
import { planImport } from '../../core/formats/import/planImport';
import { formats } from '../../core/formats/registry';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles, sidecarUri } from '../corpus/corpusFiles';
import type { Rewrite } from '../corpus/rewriteFiles';
import { pathIn } from './exportOfCorpus';
import { isReleaseFile } from './isReleaseFile';
import { writeImported } from './writeImported';
import { fileName, readText } from '../support/textFiles';

/** "Import…": another tool's annotations into the sidecars of the corpus. Nothing there is overwritten. */
export async function importAnnotations(corpora: Corpora, tagging: Tagging, author: Author): Promise<void> {
  const here = tagging.editor()?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!here) {
    tagging.say(vscode.l10n.t('Open the folder of the releases first.'));
    return;
  }
  const corpus = await corpora.of(vscode.Uri.joinPath(here, 'x', '..'));
  const format = await pickFormat();
  const files = format && (await pickFiles(format));
  if (!format?.read || !files) return;
  const name = await author.of(here);
  const plan = await review(corpus, corpora, format, files, name);
  if (!plan) return;
  await apply(corpus, plan);
  const { added, 'for-review': forReview } = plan.counts;
  tagging.say(
    vscode.l10n.t('Imported {0} annotations, {1} of them to be reviewed.', added + forReview, forReview),
  );
}

async function pickFormat(): Promise<Format | undefined> {
  const picked = await vscode.window.showQuickPick(
    formats
      .filter(({ read }) => read !== undefined)
      .map((format) => ({ label: format.label, description: format.id, detail: format.description, format })),
    { title: vscode.l10n.t('Import From'), matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.format;
}

async function pickFiles(format: Format): Promise<readonly SourceFile[] | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Files of {0}', format.label),
  });
  if (!chosen) return undefined;
  return Promise.all(
    chosen.map(async (uri) => ({ path: fileName(uri), content: await vscode.workspace.fs.readFile(uri) })),
  );
}

/** Shows what the import would do; labels can be mapped to other codes until it is right. Undefined when it is left. */
async function review(
  corpus: Corpus,
  corpora: Corpora,
  format: Format,
  files: readonly SourceFile[],
  author: string | undefined,
): Promise<ImportPlan | undefined> {
  const releases = new Map<string, ImportRelease>();
  for (const uri of await releaseFiles(corpus, corpora)) {
    if (await isReleaseFile(uri, corpus)) releases.set(pathIn(corpus, uri), await load(corpus, uri));
  }
  const result = format.read!(files);
  const map = new Map<string, string>();
  for (;;) {
    const plan = planImport(
      result,
      {
        paths: [...releases.keys()],
        codebook: corpus.codebook ?? { codes: [] },
        entities: corpus.gazetteer.entities,
        load: (path) => releases.get(path),
      },
      {
        origin: format.id,
        map,
        now: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
        ...(author === undefined ? {} : { author }),
      },
    );
    const picked = await vscode.window.showQuickPick(previewItems(plan), {
      title: vscode.l10n.t('Import From {0}', format.label),
      placeHolder: vscode.l10n.t('Choose a label to map it to another code; Escape imports nothing'),
    });
    if (!picked) return undefined;
    if (picked.tool === undefined) {
      if (picked.isGo) return plan;
      continue;
    }
    const becomes = await pickMeaning(corpus, picked.tool);
    if (becomes !== undefined) map.set(picked.tool, becomes);
  }
}

interface PreviewItem extends vscode.QuickPickItem {
  readonly isGo: boolean;
  /** The other tool's label that this line is about. */
  readonly tool?: string;
}

function previewItems({ counts, labels, codes, entities, problems }: ImportPlan): readonly PreviewItem[] {
  const total = counts.added + counts['for-review'] + counts.conflict;
  const summary = [
    vscode.l10n.t('{0} for review', counts['for-review']),
    vscode.l10n.t('{0} beside others that disagree', counts.conflict),
    vscode.l10n.t('{0} there already', counts['already-there']),
    vscode.l10n.t('{0} recognised anyway', counts.recognised),
    vscode.l10n.t('{0} left out', counts['left-out']),
    vscode.l10n.t('{0} new codes', codes.length),
    vscode.l10n.t('{0} new entities', entities.length),
  ].join(' · ');
  return [
    { label: `$(check) ${vscode.l10n.t('Import {0} annotations', total)}`, detail: summary, isGo: true },
    ...labels.map(({ label, becomes, count }) => ({
      label: `$(arrow-right) ${label} → ${becomes || vscode.l10n.t('nothing')}`,
      description: String(count),
      tool: label,
      isGo: false,
    })),
    ...problems.map(({ file, line, message }) => ({
      label: `$(warning) ${message}`,
      description: line === undefined ? file : `${file}:${line}`,
      isGo: false,
    })),
  ];
}

async function pickMeaning(corpus: Corpus, label: string): Promise<string | undefined> {
  const types = ['person', 'organization', 'place', 'role', 'event', 'document', 'facility', 'date'];
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('nothing: leave it out'), value: '' },
      ...[...corpus.codes.values()].map(({ id, name }) => ({ label: name, description: id, value: id })),
      ...types.map((type) => ({ label: vscode.l10n.t('entity: {0}', type), value: `entity:${type}` })),
    ],
    { title: vscode.l10n.t('“{0}” Becomes', label) },
  );
  return picked?.value;
}

async function load(corpus: Corpus, uri: vscode.Uri): Promise<ImportRelease> {
  const text = (await readText(uri)) ?? '';
  const source = await readText(sidecarUri(uri, corpus));
  const annotations = source === undefined ? [] : (readSidecar(source).sidecar?.annotations ?? []);
  const release = parseRelease(text, { fileName: fileName(uri) });
  return {
    path: pathIn(corpus, uri),
    text,
    annotations,
    anchors: anchorAnnotations(text, annotations),
    mentions: recognize(release, corpus.gazetteer),
  };
}

/** Sidecars last: what they refer to is there when they are. */
async function apply(corpus: Corpus, plan: ImportPlan): Promise<void> {
  const rewrites: Rewrite[] = [];
  const add = async (
    uri: vscode.Uri,
    change: (before: string | undefined) => string | undefined,
  ): Promise<void> => {
    const before = await readText(uri);
    const after = change(before);
    if (after !== undefined && after !== before) rewrites.push({ uri, before: before ?? '', after });
  };
  if (plan.codes.length > 0) await add(corpus.codebookUri, (before) => importedCodebook(before ?? '', plan));
  const gazetteer = corpus.gazetteerUris.at(-1);
  if (plan.entities.length > 0 && gazetteer) {
    await add(gazetteer, (before) => importedGazetteer(before ?? '', plan.entities));
  }
  for (const release of plan.releases) {
    if (release.annotations.length === 0) continue;
    const uri = vscode.Uri.joinPath(corpus.root, release.path);
    const text = (await readText(uri)) ?? '';
    await add(sidecarUri(uri, corpus), (before) =>
      importedSidecar(before, { name: fileName(uri), text }, release, plan.origin),
    );
  }
  await writeImported(rewrites);
}
