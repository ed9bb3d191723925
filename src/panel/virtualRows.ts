import type { VirtualItem } from '@tanstack/virtual-core';
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';

/** What a line without another measure is taken to be high, in CSS pixels. */
const estimatedHeight = 58;

/** Which lines of a long list are drawn: those in view and a few more. The page scrolls, the list has no scroll bar of its own. */
export class VirtualRows {
  private keys: readonly string[] = [];
  private focus: string | undefined;
  private margin = 0;
  private readonly virtualizer: Virtualizer<Window, HTMLElement>;

  constructor(private readonly redraw: () => void) {
    this.virtualizer = new Virtualizer<Window, HTMLElement>(this.options());
    this.virtualizer._didMount();
    this.virtualizer._willUpdate();
  }

  /** Tells what there is: keys of all lines, the one with the focus (always drawn), and where the list begins on the page. */
  use(keys: readonly string[], focus: string | undefined, top: number): void {
    this.keys = keys;
    this.focus = focus;
    this.margin = top;
    this.virtualizer.setOptions(this.options());
    this.virtualizer._willUpdate();
  }

  get items(): readonly VirtualItem[] {
    return this.virtualizer.getVirtualItems();
  }

  /** Height of the whole list in CSS pixels. */
  get height(): number {
    return this.virtualizer.getTotalSize();
  }

  /** Where a line begins within the list. */
  topOf(item: VirtualItem): number {
    return item.start - this.margin;
  }

  /** Looks how high the drawn lines really are. */
  measure(list: HTMLElement): void {
    for (const row of list.querySelectorAll<HTMLElement>('[data-index]'))
      this.virtualizer.measureElement(row);
    // Lets go of those that are not drawn any more.
    this.virtualizer.measureElement(null);
  }

  show(key: string, align: 'auto' | 'center' = 'auto'): void {
    const index = this.keys.indexOf(key);
    if (index >= 0) this.virtualizer.scrollToIndex(index, { align });
  }

  private options(): ConstructorParameters<typeof Virtualizer<Window, HTMLElement>>[0] {
    return {
      count: this.keys.length,
      getScrollElement: () => window,
      estimateSize: () => estimatedHeight,
      getItemKey: (index) => this.keys[index] ?? index,
      overscan: 6,
      scrollMargin: this.margin,
      // Below what sticks to the upper edge.
      scrollPaddingStart: 48,
      scrollToFn: windowScroll,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      initialOffset: () => window.scrollY,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      rangeExtractor: (range) => {
        const shown = defaultRangeExtractor(range);
        const focused = this.focus === undefined ? -1 : this.keys.indexOf(this.focus);
        return focused < 0 || shown.includes(focused) ? shown : [...shown, focused].sort((a, b) => a - b);
      },
      onChange: () => this.redraw(),
    };
  }
}
