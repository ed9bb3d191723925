import * as vscode from 'vscode';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import { WaitingAnnotations } from '../../core/annotation/waitingAnnotations';
import { sidecarPath } from '../../core/corpus/project';
import type { Corpora } from '../corpus/corpora';
import type { Services } from '../services';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { AnnotatedRelease } from './annotatedRelease';
import { documentChange } from './documentChange';
import { SidecarFile } from './sidecarFile';

/** The open releases with their annotations. */
export class AnnotatedReleases implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<AnnotatedRelease>();
  readonly onDidChange = this.changed.event;
  private readonly open = new Map<vscode.TextDocument, Promise<AnnotatedRelease | undefined>>();
  private readonly subscriptions: vscode.Disposable;
  private readonly waiting: WaitingAnnotations;

  constructor(
    private readonly corpora: Corpora,
    private readonly services: Services,
    private readonly store: SidecarStore,
    private readonly log: Log,
  ) {
    this.waiting = new WaitingAnnotations(services.recovery);
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.annotations.yaml');
    const reload = (uri: vscode.Uri): void => void this.reload(uri);
    this.subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(reload),
      watcher.onDidCreate(reload),
      watcher.onDidDelete(reload),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0 && this.open.has(event.document)) {
          const change = documentChange(event);
          this.tell(event.document, 'following an edit', (release) => release.edited(change));
        }
        reload(event.document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument((document) =>
        this.tell(document, 'saving places of annotations', (release) => release.saved()),
      ),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.tell(document, 'keeping annotations of a closed release', (release) => release.closed());
        this.open.delete(document);
      }),
    );
  }

  /** The annotations of a release; undefined for any other document, and where they can't be had (which is logged). */
  async of(document: vscode.TextDocument): Promise<AnnotatedRelease | undefined> {
    if (!isRelease(document) || document.isClosed) return undefined;
    let release = this.open.get(document);
    if (!release) {
      release = this.log.guard('reading annotations', () => this.read(document));
      this.open.set(document, release);
    }
    return release;
  }

  /** Reads a sidecar again that was written past its release; does nothing where no editor shows that. */
  async reload(uri: vscode.Uri): Promise<void> {
    if (!uri.path.endsWith('.annotations.yaml')) return;
    for (const opening of this.open.values()) {
      const release = await opening;
      if (release?.sidecarUri.toString() === uri.toString()) {
        await this.log.guard('reading annotations again', () => release.follow());
      }
    }
  }

  /** The open release that has this sidecar. */
  async withSidecar(uri: vscode.Uri): Promise<AnnotatedRelease | undefined> {
    const key = uri.toString();
    const opened = await Promise.all(this.open.values());
    return opened.find((release) => release?.sidecarUri.toString() === key);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private async read(document: vscode.TextDocument): Promise<AnnotatedRelease> {
    const corpus = await this.corpora.of(document.uri);
    const path = document.uri.path.slice(corpus.root.path.length).replace(/^\//, '');
    const uri = vscode.Uri.joinPath(corpus.root, sidecarPath(path, corpus.project));
    const file = new SidecarFile(uri, document.uri, this.store);
    const release: AnnotatedRelease = await AnnotatedRelease.open(
      document,
      file,
      this.waiting,
      this.services,
      () => {
        // While opening, nobody can have asked for it yet; whoever waits for it draws it then.
        void this.open.get(document)?.then((opened) => opened && this.changed.fire(opened));
      },
    );
    return release;
  }

  private tell(
    document: vscode.TextDocument,
    doing: string,
    tell: (release: AnnotatedRelease) => Promise<void> | void,
  ): void {
    const release = this.open.get(document);
    if (release) void this.log.guard(doing, async () => release.then((opened) => opened && tell(opened)));
  }
}
