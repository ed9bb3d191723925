import type { SubjectKey } from '../subject';

/** What lines are gathered of: the mentions of a subject, the places where a phrase stands, or the passages with a code. */
export type LineTopic =
  | { readonly kind: 'subject'; readonly subject: SubjectKey }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string };
