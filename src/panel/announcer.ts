const announcer = document.getElementById('announcer')!;

/** Tells screen readers; the same sentence twice is told twice. */
export function announce(text: string): void {
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = text));
}

/** Tells a part of the panel, whenever it says something else than before; what it says first is there to be read. */
export function announceChange(part: string, text: string): void {
  const before = told.get(part);
  told.set(part, text);
  if (before !== undefined && before !== text && text !== '') announce(text);
}

const told = new Map<string, string>();
