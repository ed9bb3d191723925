import * as vscode from 'vscode';

/** The log channel; unexpected errors go here and are shown once each. */
export class Log implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Pressmark', { log: true });
  private readonly shown = new Set<string>();

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  /** Logs an unexpected error with its stack and tells the person the first time its message comes up. */
  unexpected(doing: string, error: unknown): void {
    this.channel.error(
      `${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    const message = error instanceof Error ? error.message : String(error);
    if (this.shown.has(`${doing}\0${message}`)) return;
    this.shown.add(`${doing}\0${message}`);
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('Pressmark failed while {0}: {1}', doing, message), showLog)
      .then((choice) => {
        if (choice === showLog) this.show();
      });
  }

  /** Runs a task whose failure must not stop anything else. */
  async guard<T>(doing: string, task: () => T | PromiseLike<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      this.unexpected(doing, error);
      return undefined;
    }
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
