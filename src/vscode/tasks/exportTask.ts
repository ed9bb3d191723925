import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { readExportRequest } from '../exchange/exportRequest';
import { usualFolder } from '../exchange/exportQuestions';
import { lossReportInLanguage } from '../exchange/lossReportInLanguage';
import { releasesIn } from '../exchange/pickReleases';
import { ExportRun } from '../exchange/runExport';
import type { Services } from '../services';
import type { TaskRun } from './task';

/** `export`: the corpus in another tool's format, with the loss report. */
export function exportTask(
  corpora: Corpora,
  open: AnnotatedReleases,
  tagging: Tagging,
  services: Services,
): TaskRun {
  return async (definition, folder, io) => {
    const here = vscode.Uri.joinPath(folder, 'pressmark.yaml');
    const corpus = await corpora.of(here);
    const request = readExportRequest({ ...definition, releases: 'corpus' }, corpus);
    const step = (): void => io.check();
    const releases = await releasesIn('corpus', corpus, here, corpora, tagging, (_, walk) => walk(step));
    const run = new ExportRun(corpus, request, releases ?? [], open);
    const survey = await run.survey(step);
    io.print(lossReportInLanguage(survey.report));
    const into = request.folder ?? usualFolder(corpus, request.format);
    const files = await run.write(survey, into, services, step);
    io.print(vscode.l10n.t('Written to {0}: {1}', vscode.workspace.asRelativePath(into), files.length));
    return 0;
  };
}
