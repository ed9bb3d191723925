import type * as vscode from 'vscode';
import { readSidecar } from '../../core/annotation/sidecar';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import { SidecarFile } from '../annotation/sidecarFile';
import { fileName } from '../support/textFiles';
import type { Corpora } from './corpora';
import { sidecarOf } from './sidecarPlaces';

/** The `release:` line of a sidecar that was moved or copied names the file it now belongs to. */
export async function nameRelease(release: vscode.Uri, corpora: Corpora, store: SidecarStore): Promise<void> {
  const sidecar = await sidecarOf(release, corpora);
  if (!sidecar) return;
  const file = new SidecarFile(sidecar, release, store);
  // As it is now: a name that was given up and is taken again had another file.
  const source = await file.read();
  if (source === undefined) return;
  const read = readSidecar(source);
  const name = fileName(release);
  if (!read.writable || read.sidecar?.release === name) return;
  // As every other edit: what is tagged meanwhile waits for it, or it for that.
  const problem = await file.write([{ kind: 'release', name }]);
  if (problem !== undefined) throw new Error(problem);
}
