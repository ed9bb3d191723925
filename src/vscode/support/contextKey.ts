import * as vscode from 'vscode';

/** A switch that `when` clauses of the manifest ask for. */
export class ContextKey {
  private isOn = false;

  constructor(private readonly name: string) {}

  set(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    void vscode.commands.executeCommand('setContext', this.name, isOn);
  }
}
