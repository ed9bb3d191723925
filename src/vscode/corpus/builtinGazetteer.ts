import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import type { Log } from '../support/log';

/** The gazetteer that comes with Pressmark, compiled at build time; read once, when first needed. */
export function builtinGazetteer(extensionUri: vscode.Uri, log: Log): () => Promise<readonly Entity[]> {
  let entities: Promise<readonly Entity[]> | undefined;
  return () => (entities ??= read(vscode.Uri.joinPath(extensionUri, 'dist', 'gazetteer.json'), log));
}

async function read(uri: vscode.Uri, log: Log): Promise<readonly Entity[]> {
  const read = await log.guard('reading the built-in gazetteer', async () => {
    const json = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return (JSON.parse(json) as { readonly entities: readonly Entity[] }).entities;
  });
  return read ?? [];
}
