import type { FromPanel, ToPanel } from '../shared/protocol';
import { toPanel } from '../shared/protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function send(message: FromPanel): void {
  api.postMessage(message);
}

/** Calls back with every well-formed message; anything else is not for the panel and is let go by. */
export function listen(onMessage: (message: ToPanel) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = toPanel.safeParse(event.data);
    if (message.success) onMessage(message.data);
  });
}

/** What the panel remembers of itself over reloads. */
export interface Remembered {
  readonly codeFilter: string;
  readonly annotationFilter: string;
  readonly order: 'text' | 'code';
  readonly collapsed: readonly string[];
}

const nothing: Remembered = { codeFilter: '', annotationFilter: '', order: 'text', collapsed: [] };

export function recall(): Remembered {
  return { ...nothing, ...(api.getState() as Partial<Remembered> | undefined) };
}

export function remember(part: Partial<Remembered>): void {
  api.setState({ ...recall(), ...part });
}
