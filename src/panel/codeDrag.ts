import type { Drop } from './dropAt';
import { dropAt } from './dropAt';
import { send } from './host';

const dragType = 'application/x-pressmark-code';

export function onDragStart(event: DragEvent): void {
  event.stopPropagation();
  const { code } = rowOf(event).dataset;
  if (code) event.dataTransfer?.setData(dragType, code);
}

/** The row shows where the code would come. */
export function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes(dragType)) return;
  event.preventDefault();
  event.stopPropagation();
  const row = rowOf(event);
  row.dataset['drop'] = dropOn(row, event);
}

export function onDragLeave(event: DragEvent): void {
  delete rowOf(event).dataset['drop'];
}

export function onDrop(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const row = rowOf(event);
  delete row.dataset['drop'];
  const code = event.dataTransfer?.getData(dragType);
  const onto = row.dataset['code'];
  if (!code || !onto || code === onto) return;
  send({ type: 'dropCode', code, onto, where: dropOn(row, event) });
}

/** A row of the tree holds those below it; what is dropped on is its own line. */
function dropOn(row: HTMLElement, { clientY }: DragEvent): Drop {
  const line = row.shadowRoot?.querySelector('[part=wrapper]') ?? row;
  const { top, height } = line.getBoundingClientRect();
  return dropAt(clientY - top, height);
}

function rowOf(event: DragEvent): HTMLElement {
  return event.currentTarget as HTMLElement;
}
