import type * as vscode from 'vscode';
import { start } from './activation';

/** Entry point in a browser: no git, and files are written as the workspace's file system writes them. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, {
    gitUserName: () => Promise.resolve(undefined),
    committedText: () => Promise.resolve(undefined),
    replaceFile: undefined,
  });
}
