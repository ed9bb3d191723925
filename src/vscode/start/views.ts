import type {
  CancellationToken,
  WebviewPanel,
  WebviewPanelSerializer,
  WebviewView,
  WebviewViewProvider,
  WebviewViewResolveContext,
} from 'vscode';

import type { Node as AnnotationsNode } from '../annotationsView/nodes';
import type { Node as EntitiesNode } from '../entitiesView/nodes';
import type { LateTasks } from './lateTasks';
import type { LateTree } from './lateTree';

/** What VS Code may ask for before Pressmark is loaded. */
export interface Views {
  readonly panel: LateView;
  readonly entities: LateTree<EntitiesNode>;
  readonly annotations: LateTree<AnnotationsNode>;
  readonly tasks: LateTasks;
  readonly pages: LateTabs;
}

/** A webview view that is asked for at once, and filled when what fills it is loaded. */
export class LateView implements WebviewViewProvider {
  /** Hands over what fills the view. */
  readonly fillWith: (provider: WebviewViewProvider) => void;
  private readonly provider: Promise<WebviewViewProvider>;

  /** @param asked is called whenever VS Code wants the view */
  constructor(private readonly asked: () => void) {
    const { promise, resolve } = withResolvers<WebviewViewProvider>();
    this.provider = promise;
    this.fillWith = resolve;
  }

  async resolveWebviewView(
    view: WebviewView,
    context: WebviewViewResolveContext,
    token: CancellationToken,
  ): Promise<void> {
    this.asked();
    await (await this.provider).resolveWebviewView(view, context, token);
  }
}

/** The same for tabs that were open before a window was reloaded. */
export class LateTabs implements WebviewPanelSerializer {
  /** Hands over what makes them again. */
  readonly fillWith: (serializer: WebviewPanelSerializer) => void;
  private readonly serializer: Promise<WebviewPanelSerializer>;

  /** @param asked is called whenever VS Code has such a tab */
  constructor(private readonly asked: () => void) {
    const { promise, resolve } = withResolvers<WebviewPanelSerializer>();
    this.serializer = promise;
    this.fillWith = resolve;
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    this.asked();
    await (await this.serializer).deserializeWebviewPanel(panel, state);
  }
}

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
