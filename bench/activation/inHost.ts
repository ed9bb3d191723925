import * as vscode from 'vscode';

/** Runs in the extension host: opens a file, then activates one extension after the other and prints how long each took. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders!;
  const [file] = await vscode.workspace.findFiles('open-*.txt');
  if (!folder || !file) throw new Error('There is no file to open.');
  await vscode.workspace.openTextDocument(file);
  // Every other start the other one comes first.
  const ids = ['bench.empty', 'pressmark.pressmark'];
  if (Date.now() % 2 === 0) ids.reverse();
  const took: Record<string, number> = {};
  for (const id of ids) {
    const start = performance.now();
    await vscode.extensions.getExtension(id)!.activate();
    took[id] = performance.now() - start;
  }
  console.log(`[activation] ${JSON.stringify(took)}`);
}
