import type { FromPage, PageMemory, ToPage } from '../../shared/pageProtocol';
import { toPage } from '../../shared/pageProtocol';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  setState(state: PageMemory): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** Calls back with every well-formed message; anything else is not for the page and is let go by. */
export function listen(onMessage: (message: ToPage) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = toPage.safeParse(event.data);
    if (message.success) onMessage(message.data);
  });
}

/** What the editor gives back when the tab is made again after a reload. */
export function remember(memory: PageMemory): void {
  api.setState(memory);
}
