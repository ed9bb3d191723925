import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelCode } from '../shared/protocol';
import type { Row } from './annotationRows';
import { noCode } from './annotationRows';
import { contextMenu } from './contextMenu';
import { t } from './l10n';
import { swatch } from './swatch';

/** The heading of the annotations with a code, which opens and closes them. */
export function groupRow(
  row: Row & { kind: 'group' },
  index: number,
  place: string,
  code: PanelCode | undefined,
  isStop: boolean,
  toggle: () => void,
): TemplateResult {
  const name = row.code === noCode ? t('No code') : (code?.name ?? `${row.code} ?`);
  const count = row.count === 1 ? t('1 annotation') : t('{0} annotations', row.count);
  return html`<div
    role="row"
    class="group"
    data-key=${row.key}
    data-index=${index}
    aria-rowindex=${index + 1}
    aria-level="1"
    aria-label=${`${name}, ${count}`}
    data-vscode-context=${contextMenu('code', { code: row.code })}
    aria-expanded=${row.isOpen ? 'true' : 'false'}
    tabindex=${isStop ? 0 : -1}
    .style=${place}
    @click=${toggle}
  >
    <div role="gridcell">
      <span class=${`codicon codicon-chevron-${row.isOpen ? 'down' : 'right'}`} aria-hidden="true"></span>
      ${code ? swatch(code.color) : nothing} <span class="name">${name}</span>
      <span class="count">${row.count}</span>
    </div>
  </div>`;
}
