const announcer = document.getElementById('announcer')!;

/** Tells screen readers; the same sentence twice is told twice. */
export function announce(text: string): void {
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = text));
}

/**
 * Tells a part of the panel, whenever it says something else than before; what it says first is there to be read. Where it has nothing to
 * say any more, `atEnd` is told, once.
 */
export function announceChange(part: string, text: string, atEnd = ''): void {
  const before = told.get(part);
  told.set(part, text);
  if (before === undefined || before === text) return;
  const said = text || atEnd;
  if (said !== '') announce(said);
}

const told = new Map<string, string>();
