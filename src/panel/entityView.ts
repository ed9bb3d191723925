import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelEntity } from '../shared/protocol';
import { send } from './host';
import { t } from './l10n';

/** Who or what stands under the cursor. */
export function entityView(entity: PanelEntity | undefined): TemplateResult | typeof nothing {
  if (!entity) return nothing;
  const { name, type, description, offices, wikidata, mentions, isSure, actions } = entity;
  return html`<section class="entity" aria-label=${t('Entity under the cursor')}>
    <p>
      <strong>${name}</strong> · ${type}${description ? ` · ${description}` : nothing}
      ${isSure ? nothing : html` · <em>${t('unconfirmed')}</em>`}
    </p>
    ${offices ? html`<p>${offices}</p>` : nothing}
    <p class="hint">
      ${mentions === 1 ? t('1 mention in this release') : t('{0} mentions in this release', mentions)}
      ${
        wikidata
          ? html` · <a href=${`https://www.wikidata.org/wiki/${wikidata}`}>Wikidata ${wikidata}</a>`
          : nothing
      }
    </p>
    <div class="links">
      ${actions.map(
        (label, action) =>
          html`<button class="link" @click=${() => send({ type: 'entity', action })}>${label}</button>`,
      )}
    </div>
  </section>`;
}
