import * as vscode from 'vscode';
import { exportCorpus } from '../../core/formats/exportCorpus';
import type { Format } from '../../core/formats/format';
import type { Loss } from '../../core/formats/lossReport';
import { formats } from '../../core/formats/registry';
import type { ExportKind, ExportSelection } from '../../core/formats/selection';
import { surveyCorpus } from '../../core/formats/survey';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles } from '../corpus/corpusFiles';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import { exportOfCorpus, pathIn } from './exportOfCorpus';
import { writeChunks } from './writeChunks';
import { isReleaseFile } from './isReleaseFile';
import { fileName } from '../support/textFiles';

/** "Export…": format, what, which releases; then what the format cannot hold; then where to. */
export async function exportReleases(uri: unknown, corpora: Corpora, tagging: Tagging): Promise<void> {
  const here = uri instanceof vscode.Uri ? uri : (tagging.editor()?.document.uri ?? anyFolder());
  if (here) await run(await corpora.of(here), here, corpora, tagging);
  else tagging.say(vscode.l10n.t('Open a folder with press releases first.'));
}

async function run(corpus: Corpus, here: vscode.Uri, corpora: Corpora, tagging: Tagging): Promise<void> {
  const format = await pickFormat();
  const selection = format && (await pickSelection(format));
  const releases = selection && (await pickReleases(corpus, here, corpora));
  if (!format || !selection || !releases) return;
  const source = exportOfCorpus(corpus, releases, selection);
  const survey = await withProgress(
    vscode.l10n.t('Looking through {0} releases', releases.length),
    releases.length,
    (step) => surveyCorpus(format, source, step),
  );
  if (!survey || !(await confirmLosses(format, survey.report.losses))) return;
  const folder = await pickFolder(corpus, format);
  if (!folder) return;
  const unit = format.units[0] ?? 'codepoints';
  const files = await withProgress(
    vscode.l10n.t('Exporting {0} releases', releases.length),
    releases.length,
    (step) => writeChunks(folder, exportCorpus(format, source, survey, { unit }, step)),
  );
  if (files) await tell(format, files, tagging);
}

async function pickFormat(): Promise<Format | undefined> {
  const picked = await vscode.window.showQuickPick(
    formats.map((format) => ({
      label: format.label,
      description: format.id,
      detail: format.description,
      format,
    })),
    { title: vscode.l10n.t('Export As'), matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.format;
}

interface KindItem extends vscode.QuickPickItem {
  readonly what: ExportKind;
}

async function pickSelection(format: Format): Promise<ExportSelection | undefined> {
  // A flat layer of tags is mostly wanted for names; everything else for what people said.
  const usual: readonly ExportKind[] = format.id.startsWith('conll')
    ? ['entities', 'mentions']
    : ['codes', 'entities'];
  const kinds: KindItem[] = [
    { label: vscode.l10n.t('Tagged passages and notes'), what: 'codes' },
    { label: vscode.l10n.t('Entities that a person confirmed or corrected'), what: 'entities' },
    { label: vscode.l10n.t('Recognised mentions'), what: 'mentions' },
  ];
  const picked = await vscode.window.showQuickPick<KindItem & { picked: boolean }>(
    kinds.map(({ label, what }) => ({ label, what, picked: usual.includes(what) })),
    { title: vscode.l10n.t('Export What?'), canPickMany: true },
  );
  if (!picked || picked.length === 0) return undefined;
  return { what: new Set(picked.map(({ what }) => what)), states: new Set(['exact', 'moved']) };
}

async function pickReleases(
  corpus: Corpus,
  here: vscode.Uri,
  corpora: Corpora,
): Promise<readonly ReleaseOfCorpus[] | undefined> {
  const isFile = /\.[^/]+$/.test(here.path);
  const scopes = [
    { label: vscode.l10n.t('The whole corpus'), description: fileName(corpus.root), scope: 'corpus' },
    ...(isFile
      ? [
          {
            label: vscode.l10n.t('This folder'),
            description: fileName(vscode.Uri.joinPath(here, '..')),
            scope: 'folder',
          },
          { label: vscode.l10n.t('This release'), description: fileName(here), scope: 'release' },
        ]
      : []),
  ] as const;
  const picked = await vscode.window.showQuickPick(scopes, {
    title: vscode.l10n.t('Export Which Releases?'),
  });
  if (!picked) return undefined;
  if (picked.scope === 'release') return [{ uri: here, path: pathIn(corpus, here) }];
  const within = picked.scope === 'folder' ? vscode.Uri.joinPath(here, '..').path : corpus.root.path;
  const releases: ReleaseOfCorpus[] = [];
  for (const uri of await releaseFiles(corpus, corpora)) {
    if (uri.path.startsWith(`${within}/`) && (await isReleaseFile(uri, corpus))) {
      releases.push({ uri, path: pathIn(corpus, uri) });
    }
  }
  return releases;
}

/** Says what the format cannot hold, line by line, before anything is written. */
async function confirmLosses(format: Format, losses: readonly Loss[]): Promise<boolean> {
  if (losses.length === 0) return true;
  const go = { label: `$(check) ${vscode.l10n.t('Export all the same')}`, detail: '' };
  const lines = losses.map(({ message, examples }) => ({
    label: `$(warning) ${message}`,
    detail: examples.map(({ what, path }) => (path ? `“${what}” (${path})` : `“${what}”`)).join(' · '),
  }));
  const picked = await vscode.window.showQuickPick([go, ...lines], {
    title: vscode.l10n.t('What {0} Cannot Hold', format.label),
    placeHolder: vscode.l10n.t('Escape exports nothing'),
  });
  return picked !== undefined;
}

async function pickFolder(corpus: Corpus, format: Format): Promise<vscode.Uri | undefined> {
  const usual = vscode.Uri.joinPath(corpus.root, 'exports', format.id);
  const other = { label: vscode.l10n.t('Another folder…'), folder: undefined };
  const picked = await vscode.window.showQuickPick(
    [{ label: `exports/${format.id}`, description: vscode.l10n.t('in the corpus'), folder: usual }, other],
    { title: vscode.l10n.t('Export Where To?') },
  );
  if (!picked) return undefined;
  if (picked.folder) return picked.folder;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: corpus.root,
    openLabel: vscode.l10n.t('Export Here'),
  });
  return chosen?.[0];
}

class Cancelled extends Error {}

/** Runs a walk over releases with progress; undefined when the person cancelled it. */
async function withProgress<T>(
  title: string,
  total: number,
  walk: (step: () => void) => Promise<T>,
): Promise<T | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancel) => {
      try {
        return await walk(() => {
          if (cancel.isCancellationRequested) throw new Cancelled();
          progress.report({ increment: 100 / Math.max(1, total) });
        });
      } catch (error) {
        if (error instanceof Cancelled) return undefined;
        throw error;
      }
    },
  );
}

async function tell(format: Format, files: readonly vscode.Uri[], tagging: Tagging): Promise<void> {
  const [first] = files;
  if (!first) {
    tagging.say(vscode.l10n.t('Nothing to export.'));
    return;
  }
  const show = vscode.l10n.t('Show in Explorer');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Exported as {0}: {1} files.', format.label, files.length),
    show,
  );
  if (choice === show) await vscode.commands.executeCommand('revealInExplorer', first);
}

function anyFolder(): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, 'pressmark.yaml');
}
