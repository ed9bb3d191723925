import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PageSummary } from '../../shared/pageProtocol';
import { t } from '../l10n';
import { swatch } from '../swatch';
import { number } from './headView';
import { send } from './host';

/** Who an entity appears with, and which codes the passages around it carry. */
export function neighboursView({ companions, codes }: PageSummary): TemplateResult | typeof nothing {
  if (companions.length === 0 && codes.length === 0) return nothing;
  return html`<div class="neighbours">
    ${
      companions.length === 0
        ? nothing
        : html`<section aria-labelledby="companions">
            <h2 id="companions">${t('Appears with')}</h2>
            <ul class="chips">
              ${companions.map(
                ({ subject, name, type, count, releases }) =>
                  html`<li>
                    <button
                      class="chip"
                      title=${t('{0}; in the same paragraph {1} times, in {2} releases', type, number(count), number(releases))}
                      @click=${() => send({ type: 'topic', topic: { kind: 'subject', subject } })}
                    >
                      ${name} <span class="hint">${number(count)}</span>
                    </button>
                  </li>`,
              )}
            </ul>
          </section>`
    }
    ${
      codes.length === 0
        ? nothing
        : html`<section aria-labelledby="codes-around">
            <h2 id="codes-around">${t('Codes around it')}</h2>
            <ul class="chips">
              ${codes.map(
                ({ code, name, color, count, covering, releases }) =>
                  html`<li>
                    <button
                      class="chip"
                      title=${t('{0} passages in the same paragraphs, {1} of them hold it; in {2} releases', number(count), number(covering), number(releases))}
                      @click=${() => send({ type: 'topic', topic: { kind: 'code', code } })}
                    >
                      ${swatch(color)} ${name} <span class="hint">${number(count)}</span>
                    </button>
                  </li>`,
              )}
            </ul>
          </section>`
    }
  </div>`;
}
