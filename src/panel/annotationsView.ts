import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelAnnotation, PanelState } from '../shared/protocol';
import { recall, remember, send } from './host';
import { t } from './l10n';
import { swatch } from './swatch';

/** Id of the annotation whose note is being written, while it is. */
let editing: string | undefined;

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

/** Scrolls an annotation into view. */
export function showAnnotation(root: HTMLElement, id: string): void {
  root.querySelector(`.annotation[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
}

/** The annotations of the release, each with what a reader can do with it. */
export function annotationsView(state: PanelState, redraw: () => void): TemplateResult {
  const filter = recall().annotationFilter;
  const shown = filtered(state.annotations, state, filter);
  return html`
    <section class="annotations" aria-label=${t('Annotations')}>
      <h2>
        ${t('Annotations')} <vscode-badge>${state.annotations.length}</vscode-badge>
        <span class="spacer"></span>
        <vscode-toolbar-button
          icon="discard"
          label=${t('Undo the last annotation change')}
          @click=${() => send({ type: 'undo' })}
        ></vscode-toolbar-button>
        <vscode-toolbar-button
          icon="redo"
          label=${t('Redo the annotation change')}
          @click=${() => send({ type: 'redo' })}
        ></vscode-toolbar-button>
      </h2>
      ${reviewBanner(state)}
      ${
        state.annotations.length === 0
          ? html`<p class="hint">
              ${t('None yet. Select a passage in the text, then choose a code above.')}
            </p>`
          : html`
              ${state.annotations.length > 5 || filter ? filterField(filter, redraw) : nothing}
              ${shown.length === 0 ? html`<p class="hint">${t('Nothing matches “{0}”.', filter)}</p>` : nothing}
              <ul class="list">
                ${repeat(
                  shown,
                  (annotation) => annotation.id,
                  (annotation) => row(annotation, state, redraw),
                )}
              </ul>
            `
      }
    </section>
  `;
}

/** Says how many annotations lost their place, until none has. */
function reviewBanner(state: PanelState): TemplateResult | typeof nothing {
  const count = state.annotations.filter(isDoubtful).length;
  if (count === 0) return nothing;
  return html`<div class="review" role="status">
    <span>${t('The text has changed: {0} to be reviewed.', count)}</span>
    <vscode-button secondary @click=${() => send({ type: 'reviewNext' })}>${t('Next')}</vscode-button>
  </div>`;
}

function isDoubtful({ state }: PanelAnnotation): boolean {
  return state !== 'exact' && state !== 'moved';
}

function filterField(filter: string, redraw: () => void): TemplateResult {
  return html`<vscode-textfield
    class="filter"
    type="search"
    placeholder=${t('Filter by code, text, note or author')}
    label=${t('Filter annotations')}
    .value=${filter}
    @input=${(event: InputEvent) => {
      remember({ annotationFilter: (event.target as HTMLInputElement).value });
      redraw();
    }}
  ></vscode-textfield>`;
}

function filtered(
  annotations: readonly PanelAnnotation[],
  state: PanelState,
  filter: string,
): readonly PanelAnnotation[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return annotations;
  const names = new Map(state.codes.map((code) => [code.id, code.name]));
  return annotations.filter((annotation) => {
    const codes = annotation.codes.map((id) => `${id} ${names.get(id) ?? ''}`).join(' ');
    const text =
      `${annotation.quote} ${annotation.note ?? ''} ${annotation.author ?? ''} ${annotation.state} ${codes}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function row(annotation: PanelAnnotation, state: PanelState, redraw: () => void): TemplateResult {
  const isCurrent = state.current.includes(annotation.id);
  const doubtful = isDoubtful(annotation);
  return html`
    <li
      class=${`annotation${isCurrent ? ' current' : ''}${doubtful ? ' doubtful' : ''}`}
      data-id=${annotation.id}
    >
      <button
        class="quote"
        aria-current=${isCurrent ? 'true' : 'false'}
        title=${t('Show in the text')}
        @click=${() => send({ type: 'reveal', id: annotation.id })}
      >
        <span class="line">${annotation.line ?? '–'}</span>
        <span class="text">${annotation.quote}</span>
      </button>
      <div class="codes-of">
        ${annotation.codes.map((code) => codeChip(annotation.id, code, state))}
        ${
          annotation.entity !== undefined
            ? html`<span class="chip"
                >${annotation.entity === 'none' ? t('not an entity') : `→ ${annotation.entity}`}</span
              >`
            : nothing
        }
        ${annotation.author ? html`<span class="author">${annotation.author}</span>` : nothing}
        <span class="spacer"></span>
        <vscode-toolbar-button
          icon="note"
          label=${annotation.note ? t('Edit the note') : t('Add a note')}
          @click=${() => {
            editing = annotation.id;
            redraw();
          }}
        ></vscode-toolbar-button>
        <vscode-toolbar-button
          icon="trash"
          label=${t('Delete this annotation')}
          @click=${() => send({ type: 'delete', ids: [annotation.id] })}
        ></vscode-toolbar-button>
      </div>
      ${doubtful ? doubt(annotation) : nothing}
      ${editing === annotation.id ? noteEditor(annotation, redraw) : note(annotation)}
    </li>
  `;
}

function codeChip(id: string, code: string, state: PanelState): TemplateResult {
  const known = state.codes.find((candidate) => candidate.id === code);
  return html`<span class="chip" title=${known ? (known.definition ?? '') : t('Not in the codebook')}>
    ${known ? swatch(known.color) : nothing}${known?.name ?? `${code} ?`}
    <button
      class="remove"
      aria-label=${t('Remove the code {0}', known?.name ?? code)}
      @click=${() => send({ type: 'untag', id, code })}
    >
      ×
    </button>
  </span>`;
}

function doubt(annotation: PanelAnnotation): TemplateResult {
  const words: Record<string, string> = {
    fuzzy: t('The text has changed. Proposed place:'),
    ambiguous: t('The text stands in several places. Proposed place:'),
    orphan: t('This text is no longer in the release. The annotation is kept.'),
  };
  return html`<div class="doubt">
    <span>${words[annotation.state]}</span>
    ${annotation.proposal === undefined ? nothing : html`<q>${annotation.proposal}</q>`}
    <div class="actions">
      ${
        annotation.proposal === undefined
          ? nothing
          : html`<vscode-button @click=${() => send({ type: 'accept', id: annotation.id })}
              >${t('Accept')}</vscode-button
            >`
      }
      <vscode-button
        secondary
        title=${t('Select in the text where it belongs, then click here')}
        @click=${() => send({ type: 'place', id: annotation.id })}
        >${t('Place at selection')}</vscode-button
      >
    </div>
  </div>`;
}

function note(annotation: PanelAnnotation): TemplateResult | typeof nothing {
  return annotation.note ? html`<p class="note">${annotation.note}</p>` : nothing;
}

function noteEditor(annotation: PanelAnnotation, redraw: () => void): TemplateResult {
  const finish = (text: string | undefined): void => {
    editing = undefined;
    if (text !== undefined && text !== (annotation.note ?? '')) {
      send({ type: 'note', id: annotation.id, note: text });
    }
    redraw();
  };
  const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
  return html`<vscode-textarea
    class="note-editor"
    autofocus
    rows="3"
    label=${t('Note')}
    placeholder=${t('Note. Ctrl+Enter saves, Escape leaves it as it was.')}
    .value=${annotation.note ?? ''}
    @keydown=${(event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(valueOf(event));
      if (event.key === 'Escape') finish(undefined);
    }}
    @focusout=${(event: FocusEvent) => {
      if (editing === annotation.id) finish(valueOf(event));
    }}
  ></vscode-textarea>`;
}
