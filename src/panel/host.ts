import type { FromPanel, ToPanel } from '../shared/protocol';
import { toPanel } from '../shared/protocol';
import type { AnnotationFilter, ListOrder } from './annotationRows';
import { noFilter } from './annotationRows';

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
  readonly filter: AnnotationFilter;
  readonly order: ListOrder;
  /** Codes whose subcodes are not shown. */
  readonly collapsed: readonly string[];
  /** Codes whose annotations are not listed below them. */
  readonly closed: readonly string[];
  /** Notes that are being written, by the ids of their annotations. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Which release was scrolled how far, in CSS pixels. */
  readonly scroll: { readonly release: string; readonly top: number } | undefined;
}

const nothing: Remembered = {
  codeFilter: '',
  filter: noFilter,
  order: 'text',
  collapsed: [],
  closed: [],
  drafts: {},
  scroll: undefined,
};

let remembered: Remembered = { ...nothing, ...(api.getState() as Partial<Remembered> | undefined) };

export function recall(): Remembered {
  return remembered;
}

export function remember(part: Partial<Remembered>): void {
  remembered = { ...remembered, ...part };
  api.setState(remembered);
}
