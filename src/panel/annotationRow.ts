import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelAnnotation, PanelCode } from '../shared/protocol';
import { isDoubtful } from './annotationRows';
import { send } from './host';
import { t } from './l10n';
import { editNote, noteView } from './noteEditor';
import { review } from './reviewView';
import { swatch } from './swatch';

/** What a line needs to know besides its annotation. */
export interface RowContext {
  readonly codes: ReadonlyMap<string, PanelCode>;
  readonly redraw: () => void;
  /** URI of the release. */
  readonly release: string | undefined;
  /** Whether Tab stops at the line's buttons: at those of one line only. */
  readonly hasFocus: boolean;
  readonly isCurrent: boolean;
  /** Quotes of what shares text with it, for as many as are known. */
  readonly overlapping: readonly string[];
  /** The other version that a merge kept, where it is still there. */
  readonly otherVersion: PanelAnnotation | undefined;
}

/** What stands in the line of an annotation: passage, codes, note, and what can be done with it. */
export function annotationCell(annotation: PanelAnnotation, context: RowContext): TemplateResult {
  const { codes, redraw, hasFocus } = context;
  const stop = hasFocus ? 0 : -1;
  return html`
    <button
      class="quote"
      tabindex=${stop}
      aria-current=${context.isCurrent ? 'true' : 'false'}
      @click=${(event: MouseEvent) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) send({ type: 'reveal', id: annotation.id });
      }}
    >
      <span class="line">${annotation.line ?? '–'}</span>
      <span class="text" title=${annotation.quote}>${annotation.quote}</span>
    </button>
    <div class="codes-of">
      ${annotation.codes.map((code) => codeChip(annotation.id, code, codes.get(code), stop))}
      ${
        annotation.entity !== undefined
          ? html`<span class="chip"
              >${annotation.entity === 'none' ? t('not an entity') : `→ ${annotation.entity}`}</span
            >`
          : nothing
      }
      ${overlapMark(annotation, context)}
      <span class="row-end">
        ${annotation.author ? html`<span class="author">${annotation.author}</span>` : nothing}
        ${iconButton(
          'note',
          annotation.note ? t('Edit the note') : t('Add a note'),
          () => {
            editNote(annotation);
            redraw();
          },
          stop,
        )}
        ${iconButton('trash', t('Delete this annotation'), () => send({ type: 'delete', ids: [annotation.id] }), stop)}
      </span>
    </div>
    ${review(annotation, context)} ${noteView(annotation, context.release, redraw)}
  `;
}

/** What a line is, in one sentence; its buttons speak for themselves. */
export function lineLabel(annotation: PanelAnnotation, codes: ReadonlyMap<string, PanelCode>): string {
  const { codes: ids, entity, quote, line, author, note, overlaps } = annotation;
  const names = ids.map((id) => codes.get(id)?.name ?? `${id} ?`);
  if (entity !== undefined) names.push(entity === 'none' ? t('not an entity') : `→ ${entity}`);
  return [
    names.join(', ') || t('No code'),
    `“${quote}”`,
    line === undefined ? '' : t('line {0}', line),
    author,
    note ? t('With a note') : '',
    overlaps.length > 0 ? overlapLabel(overlaps.length) : '',
    isDoubtful(annotation) ? t('To be reviewed') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A small button with an icon of VS Code's font. Its title is its name: beside a label, screen readers would tell both. */
export function iconButton(
  icon: string,
  label: string,
  run: () => void,
  tabindex = 0,
  pressed?: boolean,
): TemplateResult {
  return html`<button
    class="icon"
    data-icon=${icon}
    title=${label}
    tabindex=${tabindex}
    aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
    @click=${(event: Event) => {
      event.stopPropagation();
      run();
    }}
  >
    <span class=${`codicon codicon-${icon}`} aria-hidden="true"></span>
  </button>`;
}

function overlapMark(
  { overlaps }: PanelAnnotation,
  { overlapping }: RowContext,
): TemplateResult | typeof nothing {
  if (overlaps.length === 0) return nothing;
  const label = overlapLabel(overlaps.length);
  return html`<span class="overlap" role="img" aria-label=${label} title=${[label, ...overlapping].join('\n')}
    ><span class="codicon codicon-layers" aria-hidden="true"></span>${overlaps.length}</span
  >`;
}

function overlapLabel(count: number): string {
  return count === 1 ? t('Overlaps with 1 annotation') : t('Overlaps with {0} annotations', count);
}

function codeChip(id: string, code: string, known: PanelCode | undefined, tabindex: number): TemplateResult {
  return html`<span class="chip" title=${known ? (known.definition ?? '') : t('Not in the codebook')}>
    ${known ? swatch(known.color) : nothing}${known?.name ?? `${code} ?`}
    <button
      class="remove"
      tabindex=${tabindex}
      aria-label=${t('Remove the code {0}', known?.name ?? code)}
      @click=${(event: Event) => {
        event.stopPropagation();
        send({ type: 'untag', id, code });
      }}
    >
      ×
    </button>
  </span>`;
}
