import * as vscode from 'vscode';
import type { TaskIo } from './task';

class Ended extends Error {}

/** The terminal in which a task runs: it prints lines, and closing it ends the task. */
export class TaskTerminal implements vscode.Pseudoterminal, TaskIo {
  private readonly written = new vscode.EventEmitter<string>();
  readonly onDidWrite = this.written.event;
  private readonly closed = new vscode.EventEmitter<number>();
  readonly onDidClose = this.closed.event;
  private isEnded = false;

  constructor(private readonly run: (io: TaskIo) => Promise<number>) {}

  open(): void {
    void this.run(this).then(
      (code) => this.closed.fire(code),
      (error: unknown) => {
        if (!(error instanceof Ended)) this.print(error instanceof Error ? error.message : String(error));
        this.closed.fire(2);
      },
    );
  }

  close(): void {
    this.isEnded = true;
  }

  /** Ctrl+C ends it too. */
  handleInput(data: string): void {
    if (data === '\u0003') this.isEnded = true;
  }

  print(text: string): void {
    // Control characters of a text are not the terminal's to obey.
    const clean = text.replace(/[^\P{Cc}\n]/gu, '\u{fffd}');
    this.written.fire(`${clean.replace(/\n/g, '\r\n')}\r\n`);
  }

  check(): void {
    if (this.isEnded) throw new Ended();
  }
}
