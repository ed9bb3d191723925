import * as vscode from 'vscode';
import type { AnchorState } from '../../core/annotation/annotation';
import { inVariant } from '../../core/formats/format';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { madeAhead } from '../support/madeAhead';
import { exists, openDocument } from '../support/textFiles';
import type { CurrentRelease } from './currentRelease';
import { currentRelease } from './currentRelease';
import type { ExportRequest } from './exportRequest';
import { isRequest, readExportRequest } from './exportRequest';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import type { Present } from './exportQuestions';
import * as ask from './exportQuestions';
import type { Scope } from './pickReleases';
import { pickScope, releasesIn } from './pickReleases';
import { ExportRun } from './runExport';
import { lossReportInLanguage } from './lossReportInLanguage';
import { tellExported } from './tellExported';
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
    const releases = request.releases ?? (await this.releasesIn(request.scope, corpus, here));
    if (!releases) return this.tellCancelled();
    return this.export(corpus, { ...request, releases }, asked !== undefined);
  }

  private async ask(corpus: Corpus, here: vscode.Uri): Promise<ExportRequest | undefined> {
    const plain = await ask.pickFormat();
    const manner = plain && (await ask.pickManner(plain));
    const scope = manner && (await pickScope(corpus, here, this.tagging));
    if (!scope) return undefined;
    const format = inVariant(plain, manner.variant);
    const releases = await this.releasesIn(scope, corpus, here);
    const present = releases && (await this.present(corpus, releases));
    if (!releases || !present) return this.tellCancelled();
    const selection = await ask.pickSelection(format, present);
    return selection && { format, manner, scope, releases, selection };
  }

  private releasesIn(
    scope: Scope,
    corpus: Corpus,
    here: vscode.Uri,
  ): Promise<readonly ReleaseOfCorpus[] | undefined> {
    const title = vscode.l10n.t('Looking for the releases');
    return releasesIn(scope, corpus, here, this.corpora, this.tagging, (total, walk) =>
      walkWithProgress(title, total, walk),
    );
  }

  /** Only of releases that have a sidecar or are open: there are no annotations anywhere else. */
  private async present(corpus: Corpus, releases: readonly ReleaseOfCorpus[]): Promise<Present | undefined> {
    const authors = new Map<string, number>();
    const states = new Map<AnchorState, number>();
    const count = <T>(counts: Map<T, number>, key: T): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    const read = async ({ uri }: ReleaseOfCorpus): Promise<CurrentRelease | undefined> => {
      const isAnnotated = openDocument(uri) !== undefined || (await exists(sidecarUri(uri, corpus)));
      return isAnnotated ? currentRelease(uri, corpus, this.open) : undefined;
    };
    const title = vscode.l10n.t('Looking at the annotations');
    return walkWithProgress(title, releases.length, async (step) => {
      for await (const now of madeAhead(releases, read)) {
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
    if (!survey) return this.tellCancelled();
    this.log.info(lossReportInLanguage(survey.report));
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
      return 'taken' as const;
    });
    if (files === 'taken') return undefined;
    if (!files) return this.tellCancelled();
    // Not awaited: the message may stay for long.
    if (!isUnattended) void tellExported(format.label, folder, files, this.tagging);
    return files;
  }

  private tellCancelled(): undefined {
    this.tagging.say(vscode.l10n.t('Export cancelled: nothing was written.'));
    return undefined;
  }
}

function anyFolder(): vscode.Uri | undefined {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, 'pressmark.yaml');
}
