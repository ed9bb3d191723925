import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { Format, ReadProblem } from '../../core/formats/format';
import { readFiles } from '../../core/formats/readFiles';
import { formatById } from '../../core/formats/registry';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { pickFormat, reviewPlan } from './importQuestions';
import { pickSources, readSources } from './importSources';
import { preparePlan } from './planning';
import type { Imported } from './writeImported';
import { writeImported } from './writeImported';
import type { Services } from '../services';

/** Answers given beforehand: `{format, from, map?}`; `from` is a file or folder, relative to the corpus. */
const argumentSchema = z.object({
  format: z.string(),
  from: z.string(),
  map: z.optional(z.record(z.string(), z.string())),
});

/**
 * Another tool's annotations into the sidecars of the corpus. Nothing there is overwritten. Undefined where the person leaves
 * the questions, or there is nothing to import.
 */
export async function importAnnotations(
  argument: unknown,
  corpora: Corpora,
  store: SidecarStore,
  annotations: AnnotatedReleases,
  tagging: Tagging,
  author: Author,
  services: Services,
): Promise<Imported | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const here = tagging.editor()?.document.uri ?? (folder && vscode.Uri.joinPath(folder.uri, 'x'));
  if (!here) {
    tagging.say(vscode.l10n.t('Open the folder of the releases first.'));
    return undefined;
  }
  const corpus = await corpora.of(here);
  const asked = z.safeParse(argumentSchema, argument).data;
  const format = asked ? formatById(asked.format) : await pickFormat();
  const sources = asked
    ? [vscode.Uri.joinPath(corpus.root, asked.from)]
    : format && (await pickSources(format));
  if (!format?.read || !sources) return undefined;
  const problems: ReadProblem[] = [];
  const files = await readSources(sources, format, problems);
  if (files.length === 0) {
    tagging.say(nothingSaid(format));
    return undefined;
  }
  const result = readFiles(format, files, problems);
  const planWith = await preparePlan(result, format, corpus, corpora, store, await author.of(here));
  const plan =
    planWith &&
    (asked ? planWith(new Map(Object.entries(asked.map ?? {}))) : await reviewPlan(format, corpus, planWith));
  if (!plan) return undefined;
  return writeImported(corpus, plan, store, annotations, services);
}

function nothingSaid({ label, extensions }: Format): string {
  return vscode.l10n.t('There is no file of {0} ({1}).', label, extensions.join(', '));
}
