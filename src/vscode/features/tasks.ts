import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { Services } from '../services';
import type { LateTasks } from '../start/lateTasks';
import type { TaskDefinition, TaskRun } from '../tasks/task';
import { TaskTerminal } from '../tasks/terminal';

/** Tasks of the type `pressmark`: `check`, `index` and `export`, for tasks.json and "Run Task…". */
export function registerTasks(
  late: LateTasks,
  corpora: Corpora,
  annotations: AnnotatedReleases,
  tagging: Tagging,
  indexes: CorpusIndexes,
  services: Services,
): void {
  const runs: Readonly<Record<string, () => Promise<TaskRun>>> = {
    check: async () => (await import('../tasks/checkTask')).checkTask(corpora),
    index: async () => (await import('../tasks/indexTask')).indexTask(indexes),
    export: async () => {
      const { exportTask } = await import('../tasks/exportTask');
      return exportTask(corpora, annotations, tagging, services);
    },
  };
  const make = (definition: TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task | undefined => {
    const run = runs[definition.command];
    if (!run) return undefined;
    const { corpus = '.', format } = definition;
    const name = typeof format === 'string' ? `${definition.command} ${format}` : definition.command;
    const execution = new vscode.CustomExecution((resolved) => {
      const wanted = { ...definition, ...resolved } as TaskDefinition;
      const root = vscode.Uri.joinPath(folder.uri, wanted.corpus ?? corpus);
      return Promise.resolve(new TaskTerminal(async (io) => (await run())(wanted, root, io)));
    });
    const matcher = definition.command === 'check' ? ['$pressmark'] : [];
    return new vscode.Task(definition, folder, name, 'pressmark', execution, matcher);
  };
  late.use({
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
        const definitions = [
          { command: 'check' },
          { command: 'index' },
          { command: 'export', format: 'csv' },
        ] as const;
        return definitions.flatMap((definition) => make({ type: 'pressmark', ...definition }, folder) ?? []);
      }),
    resolveTask: ({ definition, scope }) => {
      const folder =
        typeof scope === 'object' && 'uri' in scope ? scope : vscode.workspace.workspaceFolders?.[0];
      return folder && make(definition as TaskDefinition, folder);
    },
  });
}
