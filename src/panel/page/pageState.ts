import type { PageArrangement, PageHead, PageMemory, PageSummary, ToPage } from '../../shared/pageProtocol';
import { remember } from './host';

/** What the page knows. Its lines are the grid's (see LinesGrid). */
export interface PageState {
  readonly head: PageHead | undefined;
  readonly memory: PageMemory | undefined;
  readonly summary: PageSummary | undefined;
  readonly arranged: { readonly total: number; readonly left: number } | undefined;
  readonly status: string | undefined;
}

export const emptyPage: PageState = {
  head: undefined,
  memory: undefined,
  summary: undefined,
  arranged: undefined,
  status: undefined,
};

/** The page after a message; remembers what the editor needs to make it again. */
export function withMessage(state: PageState, message: ToPage): PageState {
  switch (message.type) {
    case 'head':
      remember(message.memory);
      return { ...state, head: message.head, memory: message.memory };
    case 'summary':
      return { ...state, summary: message.summary };
    case 'arranged':
      return { ...withArrangement(state, message.arrangement), arranged: message };
    case 'status':
      return { ...state, status: message.text };
    default:
      return state;
  }
}

export function withArrangement(state: PageState, arrangement: PageArrangement): PageState {
  if (!state.memory) return state;
  const memory = { ...state.memory, arrangement };
  remember(memory);
  return { ...state, memory };
}
