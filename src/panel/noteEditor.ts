import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelAnnotation } from '../shared/protocol';
import { send } from './host';
import { t } from './l10n';
import { markdown } from './markdown';

/** The annotation whose note is being written, while it is. */
let editing: Editing | undefined;

interface Editing {
  readonly id: string;
  /** What stands in the field at first, where that is not the note. */
  readonly draft?: string;
  /** Told when writing ends, besides who draws the line. */
  readonly done?: () => void;
}

export function editNote(id: string, more: Omit<Editing, 'id'> = {}): void {
  editing = { id, ...more };
}

/**
 * What is typed between the click that opens a note and the moment its field has the focus belongs to the note. True
 * when the key was taken.
 */
export function takeKeyForNote(root: HTMLElement, event: KeyboardEvent): boolean {
  const field = root.querySelector<HTMLElement & { value: string }>('.note-editor');
  if (editing === undefined || !field) return false;
  field.focus();
  if (event.key.length === 1) {
    field.value += event.key;
    event.preventDefault();
  }
  return true;
}

/** The note as it reads, or the field in which it is written. `done` is told when writing ends. */
export function noteView(annotation: PanelAnnotation, done: () => void): TemplateResult | typeof nothing {
  if (editing?.id === annotation.id) return noteEditor(annotation, done);
  return annotation.note ? html`<div class="note">${markdown(annotation.note)}</div>` : nothing;
}

function noteEditor(annotation: PanelAnnotation, done: () => void): TemplateResult {
  const finish = (text: string | undefined): void => {
    const told = editing?.done;
    editing = undefined;
    if (text !== undefined && text !== (annotation.note ?? '')) {
      send({ type: 'note', id: annotation.id, note: text });
    }
    done();
    told?.();
  };
  const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
  return html`<vscode-textarea
    class="note-editor"
    autofocus
    rows="3"
    label=${t('Note')}
    placeholder=${t('Note, in Markdown. Ctrl+Enter saves, Escape leaves it as it was.')}
    .value=${editing?.draft ?? annotation.note ?? ''}
    @keydown=${(event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(valueOf(event));
      if (event.key === 'Escape') finish(undefined);
    }}
    @focusout=${(event: FocusEvent) => {
      if (editing?.id === annotation.id) finish(valueOf(event));
    }}
  ></vscode-textarea>`;
}
