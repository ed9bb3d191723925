import { recall, remember } from './host';

/** How long scrolling is waited out before its place is remembered. */
const settleMs = 150;

/** Remembers how far each release is scrolled. */
export function followScrolling(release: () => string | undefined): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const name = release();
      if (name !== undefined) remember({ scroll: { release: name, top: window.scrollY } });
    }, settleMs);
  });
}

/** Scrolls to where the release was left, when the panel was loaded again. */
export function restoreScrolling(release: string | undefined, redraw: () => void): void {
  const { scroll } = recall();
  const top = scroll !== undefined && scroll.release === release ? scroll.top : 0;
  if (Math.abs(window.scrollY - top) < 1) return;
  window.scrollTo({ top, behavior: 'instant' });
  redraw();
}
