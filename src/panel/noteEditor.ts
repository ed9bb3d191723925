import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelAnnotation } from '../shared/protocol';
import { recall, remember, send } from './host';
import { t } from './l10n';
import { markdown } from './markdown';

/** The annotation whose field is to have the keyboard as soon as it is drawn. */
let due: string | undefined;
/** Told when writing a note ends, besides who draws the line; by the annotation's id. */
const told = new Map<string, () => void>();

/**
 * Lets a note be written. What is typed is remembered until it is saved or given up: a field whose panel is loaded again, or whose
 * release comes back, is there again with it.
 *
 * @param draft what stands in the field at first; what was typed before comes first, and what is noted last
 */
export function editNote(annotation: PanelAnnotation, draft?: string, done?: () => void): void {
  const { id, note } = annotation;
  setDraft(id, draft ?? recall().drafts[id] ?? note ?? '');
  due = id;
  if (done) told.set(id, done);
}

/** Puts the keyboard into the field that has just been opened. */
export function focusNote(root: HTMLElement): void {
  if (due === undefined) return;
  const field = fieldDue(root);
  if (!field) return;
  field.focus();
  if (field.matches(':focus-within')) due = undefined;
}

/**
 * What is typed between the click that opens a note and the moment its field has the focus belongs to the note. True
 * when the key was taken.
 */
export function takeKeyForNote(root: HTMLElement, event: KeyboardEvent): boolean {
  const field = fieldDue(root);
  if (!field) return false;
  field.focus();
  if (event.key.length === 1) {
    field.value += event.key;
    setDraft(due!, field.value);
    event.preventDefault();
  }
  return true;
}

/** The note as it reads, or the field in which it is written. `done` is told when writing ends. */
export function noteView(
  annotation: PanelAnnotation,
  release: string | undefined,
  done: () => void,
): TemplateResult | typeof nothing {
  if (annotation.id in recall().drafts) return noteEditor(annotation, release, done);
  return annotation.note ? html`<div class="note">${markdown(annotation.note)}</div>` : nothing;
}

function noteEditor(
  annotation: PanelAnnotation,
  release: string | undefined,
  done: () => void,
): TemplateResult {
  const { id } = annotation;
  const finish = (text: string | undefined): void => {
    setDraft(id, undefined);
    if (due === id) due = undefined;
    if (text !== undefined && text.trim() !== (annotation.note ?? ''))
      send({ type: 'note', id, note: text, ...(release === undefined ? {} : { release }) });
    done();
    told.get(id)?.();
    told.delete(id);
  };
  const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
  return html`<vscode-textarea
    class="note-editor"
    data-note=${id}
    autofocus
    rows="3"
    label=${t('Note')}
    placeholder=${t('Note, in Markdown. Ctrl+Enter saves, Escape leaves it as it was.')}
    .value=${recall().drafts[id] ?? ''}
    @input=${(event: Event) => setDraft(id, valueOf(event))}
    @keydown=${(event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(valueOf(event));
      if (event.key === 'Escape') finish(undefined);
    }}
    @focusout=${(event: FocusEvent) => {
      // Where the field itself is taken away, its release went: the note waits for it.
      const field = event.target as HTMLElement;
      if (id in recall().drafts && field.isConnected) finish(valueOf(event));
    }}
  ></vscode-textarea>`;
}

function fieldDue(root: HTMLElement): (HTMLElement & { value: string }) | null {
  return due === undefined ? null : root.querySelector(`.note-editor[data-note="${CSS.escape(due)}"]`);
}

function setDraft(id: string, text: string | undefined): void {
  const others = Object.entries(recall().drafts).filter(([other]) => other !== id);
  remember({ drafts: Object.fromEntries(text === undefined ? others : [...others, [id, text]]) });
}
