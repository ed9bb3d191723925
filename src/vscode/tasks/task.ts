import type * as vscode from 'vscode';

/** What a task may do while it runs. */
export interface TaskIo {
  /** Prints a line, or several. */
  print(text: string): void;
  /** Throws once the person has ended the task. */
  check(): void;
}

/** A task as `tasks.json` defines it; all but `command` is of the command. */
export interface TaskDefinition extends vscode.TaskDefinition {
  readonly type: 'pressmark';
  readonly command: string;
  /** Folder of the corpus, relative to the workspace folder. */
  readonly corpus?: string;
}

/** What a command of a task does; gives the exit code: 0 fine, 1 findings, 2 it could not be done. */
export type TaskRun = (definition: TaskDefinition, folder: vscode.Uri, io: TaskIo) => Promise<number>;
