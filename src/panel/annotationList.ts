import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelCode } from '../shared/protocol';
import { annotationCell, lineLabel } from './annotationRow';
import type { Row } from './annotationRows';
import { isDoubtful } from './annotationRows';
import { groupRow } from './groupRow';
import { send } from './host';
import { t } from './l10n';
import { contextMenu } from './contextMenu';
import { memo } from './memo';
import type { Model } from './model';
import { editNote } from './noteEditor';
import type { Modifiers, RowSelection } from './rowSelection';
import { lineFrom, nothingSelected, select, selectAll, stillThere } from './rowSelection';
import { VirtualRows } from './virtualRows';

/** How long a line that was asked for stands out. */
const flashMs = 1200;

/** The list of annotations: draws the lines in view, and does what mouse and keyboard do in lists of VS Code. */
export class AnnotationList {
  private rows: readonly Row[] = [];
  private selection: RowSelection = nothingSelected;
  private flashing: string | undefined;
  /** The line with the keyboard is gone: the one in its place gets it when it is drawn. */
  private keepsKeyboard = false;
  /** Where the list begins on the page, in CSS pixels. */
  private top = 0;
  private readonly virtual: VirtualRows;
  private readonly known = memo(
    (codes: readonly PanelCode[]) => new Map(codes.map((code) => [code.id, code])),
  );
  private readonly byId = memo(
    (annotations: Model['annotations']) => new Map(annotations.map((a) => [a.id, a])),
  );
  private readonly keys = memo((rows: readonly Row[]) => rows.map(({ key }) => key));

  constructor(
    private readonly root: HTMLElement,
    private readonly redraw: () => void,
    private readonly toggleGroup: (code: string) => void,
  ) {
    this.virtual = new VirtualRows(redraw);
  }

  /** Ids of the selected annotations, in the order of the list. */
  get selected(): readonly string[] {
    const { ids } = this.selection;
    return ids.size === 0 ? [] : [...ids];
  }

  clear(): void {
    this.selection = { ...this.selection, ids: new Set() };
    this.redraw();
  }

  /** Brings an annotation into view and lets it stand out for a moment; false where it is not listed. */
  show(id: string): boolean {
    const row = this.rows.find(
      (candidate) => candidate.kind === 'annotation' && candidate.annotation.id === id,
    );
    if (!row) return false;
    this.virtual.show(row.key, 'center');
    this.flashing = id;
    setTimeout(() => {
      if (this.flashing === id) this.flashing = undefined;
      this.redraw();
    }, flashMs);
    this.redraw();
    return true;
  }

  /** Gives the keyboard to the line that it was on, or that stands in its place; false where there is none. */
  takeKeyboard(): boolean {
    const key = this.selection.focus ?? this.rows[0]?.key;
    if (key === undefined || !this.root.querySelector('.list')) return false;
    this.selection = { ...this.selection, focus: key };
    this.redraw();
    this.focusLine(key);
    return true;
  }

  /** Where the list begins on the page is looked at when drawing is over. */
  drawn(): void {
    const list = this.root.querySelector<HTMLElement>('.list');
    if (!list) return;
    const top = list.getBoundingClientRect().top + window.scrollY;
    this.virtual.measure(list);
    if (this.keepsKeyboard && this.selection.focus !== undefined) this.focusLine(this.selection.focus);
    this.keepsKeyboard = false;
    if (Math.abs(top - this.top) > 1) {
      this.top = top;
      this.redraw();
    }
  }

  view(rows: readonly Row[], model: Model): TemplateResult {
    if (rows !== this.rows) {
      const { focus } = this.selection;
      this.selection = stillThere(this.selection, rows, this.rows);
      const isInList = this.root.querySelector('.list')?.contains(document.activeElement) ?? false;
      this.keepsKeyboard ||= document.hasFocus() && isInList && this.selection.focus !== focus;
    }
    this.rows = rows;
    const { focus } = this.selection;
    this.virtual.use(this.keys(rows), focus, this.top);
    const current = new Set(model.here.current);
    const codes = this.known(model.release.codes);
    const stop = focus ?? rows[0]?.key;
    const isGrouped = rows.some(({ kind }) => kind === 'group');
    return html`<div
      class="list"
      role=${isGrouped ? 'treegrid' : 'grid'}
      aria-label=${t('Annotations')}
      aria-multiselectable="true"
      aria-rowcount=${rows.length}
      .style=${`height: ${this.virtual.height}px`}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @focusin=${({ target }: FocusEvent) => this.followKeyboard(target)}
    >
      ${repeat(
        this.virtual.items.filter(({ index }) => index < rows.length),
        ({ key }) => key,
        (item) => {
          const row = rows[item.index]!;
          const place = `transform: translateY(${this.virtual.topOf(item)}px)`;
          return row.kind === 'group'
            ? groupRow(row, item.index, place, codes.get(row.code), row.key === stop, () => {
                this.select(row.key, { toggle: false, extend: false });
                this.toggleGroup(row.code);
              })
            : this.annotationRow(row, item.index, place, model, codes, current, row.key === stop);
        },
      )}
    </div>`;
  }

  private annotationRow(
    row: Row & { kind: 'annotation' },
    index: number,
    place: string,
    model: Model,
    codes: ReadonlyMap<string, PanelCode>,
    current: ReadonlySet<string>,
    hasFocus: boolean,
  ): TemplateResult {
    const { annotation, key } = row;
    const isCurrent = current.has(annotation.id);
    const isSelected = this.selection.ids.has(annotation.id);
    const byId = this.byId(model.annotations);
    const classes = [
      'annotation',
      isCurrent ? 'current' : '',
      isSelected ? 'selected' : '',
      isDoubtful(annotation) ? 'doubtful' : '',
      this.flashing === annotation.id ? 'flash' : '',
    ];
    return html`<div
      role="row"
      class=${classes.filter(Boolean).join(' ')}
      data-id=${annotation.id}
      data-key=${key}
      data-index=${index}
      aria-rowindex=${index + 1}
      data-vscode-context=${contextMenu('annotation', { ids: isSelected ? this.selected : [annotation.id] })}
      aria-selected=${isSelected ? 'true' : 'false'}
      aria-level=${key === annotation.id ? nothing : 2}
      aria-label=${lineLabel(annotation, codes)}
      tabindex=${hasFocus ? 0 : -1}
      .style=${place}
      @mousedown=${(event: MouseEvent) => {
        // Shift would select the words between two clicks.
        if (event.shiftKey) event.preventDefault();
      }}
      @click=${(event: MouseEvent) => this.select(key, modifiersOf(event))}
    >
      <div role="gridcell">
        ${annotationCell(annotation, {
          codes,
          release: model.release.uri,
          redraw: () => {
            this.redraw();
            this.focusLine(key);
          },
          hasFocus,
          isCurrent,
          otherVersion: annotation.conflict === undefined ? undefined : byId.get(annotation.conflict),
          overlapping: annotation.overlaps.flatMap((id) => byId.get(id)?.quote ?? []),
        })}
      </div>
    </div>`;
  }

  private select(key: string, modifiers: Modifiers): void {
    this.selection = select(this.selection, this.rows, key, modifiers);
    this.redraw();
  }

  /** The line with the keyboard is also the one whose button was clicked. */
  private followKeyboard(target: EventTarget | null): void {
    const key = target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (!key || key === this.selection.focus) return;
    this.selection = { ...this.selection, focus: key };
    this.redraw();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isField(event.target)) return;
    const move = moves[event.key];
    const modifiers = modifiersOf(event);
    const row = this.rows.find(({ key }) => key === this.selection.focus);
    const isOnLine = event.target instanceof HTMLElement && event.target.role === 'row';
    if (move) {
      const key = lineFrom(this.selection, this.rows, move);
      if (key === undefined) return;
      if (modifiers.toggle && !modifiers.extend) this.selection = { ...this.selection, focus: key };
      else this.selection = select(this.selection, this.rows, key, modifiers);
      this.redraw();
      this.focusLine(key);
    } else if (event.key === 'a' && modifiers.toggle) {
      this.selection = selectAll(this.selection, this.rows);
      this.redraw();
    } else if (event.key === 'Delete' && this.selected.length > 0) {
      send({ type: 'delete', ids: [...this.selected] });
    } else if (event.key === 'Escape' && this.selected.length > 0) {
      this.clear();
    } else if (row?.kind === 'annotation' && event.key === 'F2') {
      editNote(row.annotation);
      this.redraw();
    } else if (row && isOnLine && event.key === 'Enter') {
      if (row.kind === 'group') this.toggleGroup(row.code);
      else send({ type: 'reveal', id: row.annotation.id });
    } else if (row && isOnLine && event.key === ' ') {
      this.select(row.key, { toggle: true, extend: false });
    } else if (row?.kind === 'group' && event.key === (row.isOpen ? 'ArrowLeft' : 'ArrowRight')) {
      this.toggleGroup(row.code);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Puts the keyboard on a line, once it is drawn. */
  private focusLine(key: string): void {
    this.virtual.show(key);
    const line = this.root.querySelector<HTMLElement>(`.list [data-key="${CSS.escape(key)}"]`);
    if (line && !line.querySelector('.note-editor')) line.focus({ preventScroll: true });
  }
}

const moves: Readonly<Record<string, Parameters<typeof lineFrom>[2]>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};

function modifiersOf({ ctrlKey, metaKey, shiftKey }: KeyboardEvent | MouseEvent): Modifiers {
  return { toggle: ctrlKey || metaKey, extend: shiftKey };
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    /^(INPUT|TEXTAREA|SELECT|VSCODE-TEXTAREA|VSCODE-TEXTFIELD)$/.test(target.tagName)
  );
}
