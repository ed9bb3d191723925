import { inLanguage } from '../support/inLanguage';
import * as vscode from 'vscode';
import { checkSidecar } from '../../core/annotation/checks/checkSidecar';
import { atLevels } from '../../core/annotation/checks/finding';
import { readSidecar } from '../../core/annotation/sidecar';
import { releasePathOf } from '../../core/corpus/project';
import { parseRelease } from '../../core/release/parseRelease';
import type { Problem } from '../../core/text/problem';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { sidecarFiles } from '../corpus/corpusFiles';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { fileName, readText } from '../support/textFiles';
import type { TaskRun } from './task';

/** `check`: every problem of the corpus's files, as `pressmark check` tells them. */
export function checkTask(corpora: Corpora): TaskRun {
  return async (_, folder, io) => {
    const corpus = await corpora.of(vscode.Uri.joinPath(folder, 'pressmark.yaml'));
    const count = { error: 0, warning: 0, information: 0 };
    const tell = (uri: vscode.Uri, source: string, problems: readonly Problem[]): void => {
      const starts = lineStarts(source);
      for (const { rule, severity, message, span } of problems) {
        count[severity]++;
        const { line, character } = rangeIn(starts, span).start;
        const place = `${vscode.workspace.asRelativePath(uri, false)}:${line + 1}:${character + 1}`;
        io.print(`${place}: ${severity}: ${inLanguage(message).replace(/\s+/g, ' ')} [${rule}]`);
      }
    };
    for (const { uri, problems } of corpus.problems.values()) {
      if (problems.length > 0)
        tell(uri, (await readText(uri)) ?? '', atLevels(problems, corpus.project.rules));
    }
    for (const uri of await sidecarFiles(corpus, corpora)) {
      io.check();
      const source = (await readText(uri)) ?? '';
      tell(uri, source, await findings(corpus, uri, source));
    }
    io.print(
      vscode.l10n.t(
        '{0} errors, {1} warnings, {2} remarks',
        ...[count.error, count.warning, count.information],
      ),
    );
    return count.error + count.warning > 0 ? 1 : 0;
  };
}

async function findings(corpus: Corpus, uri: vscode.Uri, source: string): Promise<readonly Problem[]> {
  const path = releasePathOf(uri.path.slice(corpus.root.path.length).replace(/^\//, ''), corpus.project);
  if (path === undefined) return [];
  const release = vscode.Uri.joinPath(corpus.root, path);
  const text = await readText(release);
  const name = fileName(release);
  return checkSidecar(readSidecar(source), {
    levels: corpus.project.rules,
    isEntity: (id) => corpus.gazetteer.entities.has(id),
    ...(corpus.codebook && { codes: corpus.codes }),
    release: name,
    ...(text === undefined
      ? { releaseMissing: true }
      : { text, regions: parseRelease(text, { fileName: name }).regions }),
  });
}
