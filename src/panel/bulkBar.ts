import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { send } from './host';
import { t } from './l10n';

/** What can be done with several annotations; each is one step that one undo takes back. */
export function bulkBar(ids: readonly string[], clear: () => void): TemplateResult | typeof nothing {
  if (ids.length < 2) return nothing;
  const bulk = (kind: 'add' | 'take' | 'retag') => (): void => send({ type: 'bulk', kind, ids: [...ids] });
  return html`<div class="bulk" role="toolbar" aria-label=${t('Selected annotations')}>
    <span class="bulk-count">${t('{0} selected', ids.length)}</span>
    <button class="link" data-bulk="add" @click=${bulk('add')}>${t('Add code…')}</button>
    <button class="link" data-bulk="take" @click=${bulk('take')}>${t('Take code…')}</button>
    <button class="link" data-bulk="retag" @click=${bulk('retag')}>${t('Retag…')}</button>
    <button class="link" data-bulk="delete" @click=${() => send({ type: 'delete', ids: [...ids] })}>
      ${t('Delete')}
    </button>
    <button class="link" data-bulk="clear" @click=${clear}>${t('Clear')}</button>
  </div>`;
}
