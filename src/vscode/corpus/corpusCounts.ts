import * as vscode from 'vscode';
import { readSidecar } from '../../core/annotation/sidecar';
import { sidecarSuffix } from '../../core/corpus/project';
import { readText } from '../support/textFiles';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';
import { sidecarFiles } from './corpusFiles';

/** How many annotations carry a code, or link to an entity, and in how many releases. */
export interface UseCount {
  readonly annotations: number;
  readonly releases: number;
}

interface SidecarCounts {
  readonly codes: ReadonlyMap<string, number>;
  readonly entities: ReadonlyMap<string, number>;
}

/** Sidecars read at a time. */
const atOnce = 16;

/** Counts codes and entities over the sidecars of a corpus; each sidecar is read once until it changes. */
export class CorpusCounts implements vscode.Disposable {
  private readonly known = new Map<string, Promise<SidecarCounts>>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** A sidecar changed: what was counted may be different now. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly corpora: Corpora) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*${sidecarSuffix}`);
    const forget = (uri: vscode.Uri): void => {
      if (!uri.path.endsWith(sidecarSuffix)) return;
      this.known.delete(uri.toString());
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => forget(document.uri)),
    );
  }

  /** Counts of every code by its id. */
  async codes(corpus: Corpus, cancel?: vscode.CancellationToken): Promise<ReadonlyMap<string, UseCount>> {
    return sum((await this.read(corpus, cancel)).map(({ codes }) => codes));
  }

  /** Counts of every entity that annotations link to, by its id. */
  async entities(corpus: Corpus, cancel?: vscode.CancellationToken): Promise<ReadonlyMap<string, UseCount>> {
    return sum((await this.read(corpus, cancel)).map(({ entities }) => entities));
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async read(corpus: Corpus, cancel?: vscode.CancellationToken): Promise<readonly SidecarCounts[]> {
    const files = await sidecarFiles(corpus, this.corpora, cancel);
    const counts: SidecarCounts[] = [];
    for (let at = 0; at < files.length && !cancel?.isCancellationRequested; at += atOnce)
      counts.push(...(await Promise.all(files.slice(at, at + atOnce).map((uri) => this.of(uri)))));
    return counts;
  }

  private of(uri: vscode.Uri): Promise<SidecarCounts> {
    const key = uri.toString();
    let counts = this.known.get(key);
    if (!counts) this.known.set(key, (counts = count(uri)));
    return counts;
  }
}

async function count(uri: vscode.Uri): Promise<SidecarCounts> {
  const codes = new Map<string, number>();
  const entities = new Map<string, number>();
  const source = await readText(uri).catch(() => undefined);
  for (const annotation of readSidecar(source ?? '').sidecar?.annotations ?? []) {
    for (const code of new Set(annotation.codes)) codes.set(code, (codes.get(code) ?? 0) + 1);
    const { entity } = annotation;
    if (entity !== undefined && entity !== 'none') entities.set(entity, (entities.get(entity) ?? 0) + 1);
  }
  return { codes, entities };
}

function sum(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, UseCount> {
  const total = new Map<string, UseCount>();
  for (const one of counts) {
    for (const [id, annotations] of one) {
      const before = total.get(id) ?? { annotations: 0, releases: 0 };
      total.set(id, { annotations: before.annotations + annotations, releases: before.releases + 1 });
    }
  }
  return total;
}
