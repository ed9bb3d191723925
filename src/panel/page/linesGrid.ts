import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageLine } from '../../shared/pageProtocol';
import { t } from '../l10n';
import { send } from './host';
import { missingChunks, rowAfterKey, rowHeight, visibleRows } from './visibleRows';

/**
 * The lines as a grid of which only the rows on the screen exist: they are asked for when they come into sight. One row is
 * active; keys move it, Enter leads to its text.
 */
export class LinesGrid {
  private revision = 0;
  private total = 0;
  private active = 0;
  private readonly lines = new Map<number, PageLine>();
  private readonly asked = new Set<number>();

  constructor(private readonly redraw: () => void) {
    window.addEventListener('scroll', redraw, { passive: true });
    window.addEventListener('resize', redraw);
  }

  arrange(revision: number, total: number): void {
    this.revision = revision;
    this.total = total;
    this.active = Math.max(0, Math.min(this.active, total - 1));
    this.lines.clear();
    this.asked.clear();
  }

  /** Another order or filter begins at its first row. */
  toStart(): void {
    this.active = 0;
  }

  add(revision: number, lines: readonly PageLine[]): void {
    if (revision !== this.revision) return;
    for (const line of lines) this.lines.set(line.row, line);
  }

  view(): TemplateResult {
    const rows = this.rows();
    this.ask(rows);
    const drawn = Array.from({ length: rows.to - rows.from }, (_, i) => rows.from + i);
    const isActiveDrawn = rows.from <= this.active && this.active < rows.to;
    return html`<div
      class="grid"
      role="grid"
      tabindex="0"
      aria-label=${t('Lines')}
      aria-rowcount=${this.total + 1}
      aria-activedescendant=${isActiveDrawn && this.total > 0 ? `row-${this.active}` : nothing}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
    >
      <div class="row head" role="row" aria-rowindex="1">
        <span role="columnheader">${t('Date')}</span>
        <span role="columnheader" class="before">${t('Before')}</span>
        <span role="columnheader">${t('Keyword')}</span>
        <span role="columnheader" class="source">${t('Release')}</span>
      </div>
      <div class="sizer" role="rowgroup">
        <div class="rows" role="presentation">
          ${repeat(
            drawn,
            (row) => row,
            (row) => this.row(row),
          )}
        </div>
      </div>
    </div>`;
  }

  /** Sizes what was drawn; attributes can't, since the content security policy allows no inline styles. */
  place(root: HTMLElement): void {
    const sizer = root.querySelector<HTMLElement>('.sizer');
    const rows = root.querySelector<HTMLElement>('.rows');
    if (!sizer || !rows) return;
    const height = `${this.total * rowHeight}px`;
    if (sizer.style.height !== height) sizer.style.height = height;
    rows.style.transform = `translateY(${this.rows().from * rowHeight}px)`;
  }

  private rows(): { readonly from: number; readonly to: number } {
    const top = document.querySelector('.sizer')?.getBoundingClientRect().top ?? 0;
    return visibleRows(top, window.innerHeight, this.total);
  }

  private ask(rows: { readonly from: number; readonly to: number }): void {
    for (const from of missingChunks(rows, (row) => this.lines.has(row))) {
      if (this.asked.has(from)) continue;
      this.asked.add(from);
      send({ type: 'window', revision: this.revision, from, count: 100 });
    }
  }

  private row(row: number): TemplateResult {
    const line = this.lines.get(row);
    const isActive = row === this.active;
    return html`<div
      class=${`row${isActive ? ' active' : ''}${line?.certain === false ? ' uncertain' : ''}`}
      role="row"
      id=${`row-${row}`}
      aria-rowindex=${row + 2}
      aria-selected=${isActive ? 'true' : 'false'}
      @click=${() => this.activate(row)}
      @dblclick=${() => this.open(row, false)}
    >
      ${
        line === undefined
          ? html`<span role="gridcell">…</span>`
          : html`<span role="gridcell" class="date">${line.date ?? ''}</span>
              <span role="gridcell" class="before"><span>${line.before}</span></span>
              <span role="gridcell" class="after"
                ><a
                  href="#"
                  tabindex="-1"
                  title=${t('Show in the text; with Ctrl beside this page')}
                  @click=${(event: MouseEvent) => {
                    event.preventDefault();
                    this.open(row, event.ctrlKey || event.metaKey || event.altKey);
                  }}
                  >${line.keyword}</a
                >${line.after}</span
              >
              <span role="gridcell" class="source" title=${`${line.title}\n${line.path}:${line.line}`}
                >${line.title}</span
              >`
      }
    </div>`;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(this.active, event.key === ' ' || event.ctrlKey || event.metaKey);
      return;
    }
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const page = Math.max(1, Math.floor(window.innerHeight / rowHeight) - 4);
    const to = rowAfterKey(event.key, this.active, this.total, page);
    if (to === undefined || this.total === 0) return;
    event.preventDefault();
    this.activate(to);
  }

  private activate(row: number): void {
    this.active = row;
    this.scrollTo(row);
    this.redraw();
  }

  /** Keeps clear of the bar above the rows, which stays in place. */
  private scrollTo(row: number): void {
    const top = (document.querySelector('.sizer')?.getBoundingClientRect().top ?? 0) + row * rowHeight;
    const bar = (document.querySelector('.bar-above')?.getBoundingClientRect().bottom ?? 0) + rowHeight;
    if (top < bar) window.scrollBy(0, top - bar);
    else if (top + rowHeight > window.innerHeight - 8)
      window.scrollBy(0, top + rowHeight - window.innerHeight + 8);
  }

  private open(row: number, beside: boolean): void {
    if (row >= this.total) return;
    this.active = row;
    this.redraw();
    send({ type: 'open', revision: this.revision, row, beside });
  }
}
