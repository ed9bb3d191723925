import * as vscode from 'vscode';
import type { PressmarkApi } from '../../src/vscode/api';

/** Of the clock, and of all threads of the extension host's process; the latter counts on a busy machine. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Runs in the extension host: opens a file, then activates one extension after the other and asks Pressmark for annotations;
 * prints how long each took. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders!;
  if (!folder) throw new Error('There is no folder.');
  const files = await vscode.workspace.fs.readDirectory(folder.uri);
  const name = files.map(([file]) => file).find((file) => file.startsWith('open-'));
  if (name === undefined) throw new Error('There is no file to open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  // The first one pays for what every first activation pays for, and is not counted. Pressmark is the last: what it loads
  // afterwards, without being waited for, would count as another's.
  const ids = ['bench.first', 'bench.empty', 'pressmark.pressmark'];
  const took: Record<string, Took> = {};
  for (const id of ids) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension)
      throw new Error(`${id} is not there, only ${vscode.extensions.all.map((one) => one.id).join(' ')}`);
    const [start, before] = [performance.now(), process.cpuUsage()];
    await extension.activate();
    const { user, system } = process.cpuUsage(before);
    took[id] = { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  }
  // What is loaded for a release is not waited for by the activation; it is there when it answers.
  const api = vscode.extensions.getExtension<PressmarkApi>('pressmark.pressmark')!.exports;
  const [start, before] = [performance.now(), process.cpuUsage()];
  await api.annotations(document);
  const { user, system } = process.cpuUsage(before);
  took['loaded'] = { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  console.log(`[activation] ${JSON.stringify(took)}`);
}
