import * as vscode from 'vscode';
import type { Services } from '../services';

/** Who is written as author of new annotations: the setting, else git's `user.name`, else nobody. */
export class Author {
  private readonly gitNames = new Map<string, Promise<string | undefined>>();

  constructor(private readonly services: Services) {}

  async of(file: vscode.Uri): Promise<string | undefined> {
    const setting = vscode.workspace.getConfiguration('pressmark', file).get<string>('author', '').trim();
    if (setting) return setting;
    const folder = vscode.Uri.joinPath(file, '..');
    // Where the folder is not trusted nobody is asked, but it may be trusted later.
    const key = `${String(vscode.workspace.isTrusted)} ${folder.toString()}`;
    let name = this.gitNames.get(key);
    if (!name) this.gitNames.set(key, (name = this.services.gitUserName(folder)));
    return name;
  }
}
