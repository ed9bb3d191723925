import type * as vscode from 'vscode';

/** The provider of Pressmark's tasks: there from the start, but what makes tasks is loaded when somebody asks for one. */
export class LateTasks implements vscode.TaskProvider {
  private real: vscode.TaskProvider | undefined;

  constructor(private readonly load: () => Promise<unknown>) {}

  use(real: vscode.TaskProvider): void {
    this.real = real;
  }

  async provideTasks(token: vscode.CancellationToken): Promise<vscode.Task[]> {
    await this.load();
    return (await this.real?.provideTasks(token)) ?? [];
  }

  async resolveTask(task: vscode.Task, token: vscode.CancellationToken): Promise<vscode.Task | undefined> {
    await this.load();
    return (await this.real?.resolveTask(task, token)) ?? undefined;
  }
}
