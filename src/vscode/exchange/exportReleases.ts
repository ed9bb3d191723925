import * as vscode from 'vscode';
import type { AnchorState } from '../../core/annotation/annotation';
import { inVariant } from '../../core/formats/format';
import { formatLossReport } from '../../core/formats/lossReport';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { currentRelease } from './currentRelease';
import type { ExportRequest } from './exportRequest';
import { isRequest, readExportRequest } from './exportRequest';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import type { Present } from './exportQuestions';
import * as ask from './exportQuestions';
import { pickScope, releasesIn } from './pickReleases';
import { ExportRun } from './runExport';
import { walkWithProgress } from './walkWithProgress';
import { TargetTaken } from './writeChunks';
import type { Services } from '../services';
import type { Log } from '../support/log';

/** What "Export…" does. */
export class Exporter {
  constructor(
    private readonly corpora: Corpora,
    private readonly open: AnnotatedReleases,
    private readonly tagging: Tagging,
    private readonly services: Services,
    private readonly log: Log,
  ) {}

  async run(argument: unknown): Promise<readonly vscode.Uri[] | undefined> {
    const uri = argument instanceof vscode.Uri ? argument : undefined;
    const here = uri ?? this.tagging.editor()?.document.uri ?? anyFolder();
    if (!here) {
      this.tagging.say(vscode.l10n.t('Open a folder with press releases first.'));
      return undefined;
    }
    const corpus = await this.corpora.of(here);
    const asked = isRequest(argument) ? readExportRequest(argument, corpus) : undefined;
    const request = asked ?? (await this.ask(corpus, here));
    if (!request) return undefined;
    const releases =
      request.releases ?? (await releasesIn(request.scope, corpus, here, this.corpora, this.tagging));
    return this.export(corpus, { ...request, releases }, asked !== undefined);
  }

  private async ask(corpus: Corpus, here: vscode.Uri): Promise<ExportRequest | undefined> {
    const plain = await ask.pickFormat();
    const manner = plain && (await ask.pickManner(plain));
    const scope = manner && (await pickScope(corpus, here, this.tagging));
    if (!scope) return undefined;
    const format = inVariant(plain, manner.variant);
    const releases = await releasesIn(scope, corpus, here, this.corpora, this.tagging);
    const present = await this.present(corpus, releases);
    const selection = present && (await ask.pickSelection(format, present));
    return selection && { format, manner, scope, releases, selection };
  }

  private async present(corpus: Corpus, releases: readonly ReleaseOfCorpus[]): Promise<Present | undefined> {
    const authors = new Map<string, number>();
    const states = new Map<AnchorState, number>();
    const count = <T>(counts: Map<T, number>, key: T): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    const title = vscode.l10n.t('Looking at the annotations');
    return walkWithProgress(title, releases.length, async (step) => {
      for (const { uri } of releases) {
        const now = await currentRelease(uri, corpus, this.open);
        for (const { author = '' } of now?.annotations ?? []) count(authors, author);
        for (const { state } of now?.anchors ?? []) count(states, state);
        step();
      }
      return { authors, states };
    });
  }

  private async export(
    corpus: Corpus,
    request: ExportRequest & { readonly releases: readonly ReleaseOfCorpus[] },
    isUnattended: boolean,
  ): Promise<readonly vscode.Uri[] | undefined> {
    const { format, releases } = request;
    const run = new ExportRun(corpus, request, releases, this.open);
    const survey = await walkWithProgress(
      vscode.l10n.t('Looking through the releases'),
      releases.length,
      (step) => run.survey(step),
    );
    if (!survey) return undefined;
    this.log.info(formatLossReport(survey.report));
    if (!isUnattended && !(await ask.confirmLosses(format, survey.report.losses))) return undefined;
    const usual = isUnattended ? ask.usualFolder(corpus, format) : await ask.pickFolder(corpus, format);
    const folder = request.folder ?? usual;
    if (!folder) return undefined;
    const title = vscode.l10n.t('Exporting the releases');
    const files = await walkWithProgress(title, releases.length, (step) =>
      run.write(survey, folder, this.services, step),
    ).catch((error: unknown) => {
      if (!(error instanceof TargetTaken)) throw error;
      void vscode.window.showErrorMessage(error.message);
      return undefined;
    });
    // Not awaited: the message may stay for long.
    if (files && !isUnattended) void this.tell(format.label, files);
    return files;
  }

  private async tell(label: string, files: readonly vscode.Uri[]): Promise<void> {
    const [first] = files;
    if (!first) {
      this.tagging.say(vscode.l10n.t('Nothing to export.'));
      return;
    }
    const show = vscode.l10n.t('Show in Explorer');
    const said =
      files.length === 1
        ? vscode.l10n.t('Exported as {0}: 1 file.', label)
        : vscode.l10n.t('Exported as {0}: {1} files.', label, files.length);
    if ((await vscode.window.showInformationMessage(said, show)) !== show) return;
    const isInside = vscode.workspace.getWorkspaceFolder(first) !== undefined;
    await vscode.commands.executeCommand(isInside ? 'revealInExplorer' : 'revealFileInOS', first);
  }
}

function anyFolder(): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, 'pressmark.yaml');
}
