import type { Disposable, TextDocument } from 'vscode';
import * as vscode from 'vscode';
import type { PressmarkApi } from '../api';

/** The API as other extensions get it: asking it a question loads Pressmark, listening to it does not. */
export interface DeferredApi extends PressmarkApi, Disposable {
  /** Passes on what this one, which is there from now on, has to say. */
  use(api: PressmarkApi): void;
}

export function deferredApi(load: () => Promise<PressmarkApi>): DeferredApi {
  const mentionsChanged = new vscode.EventEmitter<void>();
  const annotationsChanged = new vscode.EventEmitter<TextDocument>();
  const disposables: Disposable[] = [mentionsChanged, annotationsChanged];
  return {
    version: 1,
    mentions: async (document) => (await load()).mentions(document),
    annotations: async (document) => (await load()).annotations(document),
    onDidChangeMentions: mentionsChanged.event,
    onDidChangeAnnotations: annotationsChanged.event,
    use: (api) => {
      disposables.push(
        api.onDidChangeMentions(() => mentionsChanged.fire()),
        api.onDidChangeAnnotations((document) => annotationsChanged.fire(document)),
      );
    },
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}
