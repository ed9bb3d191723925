import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PageArrangement } from '../../shared/pageProtocol';
import { t } from '../l10n';
import { number } from './headView';
import { send } from './host';
import type { LinesGrid } from './linesGrid';
import type { PageState } from './pageState';

/** The lines with what arranges them, copies and saves them. */
export function linesView(
  state: PageState,
  grid: LinesGrid,
  arrange: (part: Partial<PageArrangement>) => void,
): TemplateResult | typeof nothing {
  const { memory, arranged } = state;
  if (!memory) return nothing;
  const { arrangement } = memory;
  return html`<section class="lines" aria-labelledby="lines">
    <div class="bar-above">
      <h2 id="lines">
        ${t('Lines')}
        ${arranged === undefined ? nothing : html`<vscode-badge>${number(arranged.total)}</vscode-badge>`}
      </h2>
      <vscode-textfield
        class="filter"
        type="search"
        placeholder=${t('Only lines with …')}
        label=${t('Only lines with these words')}
        .value=${arrangement.filter}
        @input=${(event: InputEvent) => arrange({ filter: (event.target as HTMLInputElement).value })}
      ></vscode-textfield>
      ${periodView(arrangement, arrange)}
      <label>
        <span class="hint">${t('Order')}</span>
        <select
          .value=${arrangement.order}
          @change=${(event: Event) =>
            arrange({ order: (event.target as HTMLSelectElement).value as PageArrangement['order'] })}
        >
          ${orders().map(
            ([order, title]) =>
              html`<option value=${order} ?selected=${order === arrangement.order}>${title}</option>`,
          )}
        </select>
      </label>
      <span class="spacer"></span>
      <vscode-toolbar-button
        icon="copy"
        label=${t('Copy these lines as a table')}
        @click=${() => send({ type: 'copy' })}
      ></vscode-toolbar-button>
      <vscode-toolbar-button
        icon="save-as"
        label=${t('Save these lines as CSV')}
        @click=${() => send({ type: 'save' })}
      ></vscode-toolbar-button>
    </div>
    ${
      arranged && arranged.left > 0
        ? html`<p class="hint" role="note">
            ${t('This order or filter reads every text: {0} later lines are left out. Choose a time to see them.', number(arranged.left))}
          </p>`
        : nothing
    }
    ${arranged?.total === 0 ? html`<p class="hint">${t('No line.')}</p>` : nothing}
    ${arranged === undefined ? nothing : grid.view()}
  </section>`;
}

function orders(): readonly (readonly [PageArrangement['order'], string])[] {
  return [
    ['date', t('oldest first')],
    ['newest', t('newest first')],
    ['before', t('words before')],
    ['after', t('words after')],
    ['keyword', t('keyword')],
    ['file', t('file')],
  ];
}

function periodView(
  { period }: PageArrangement,
  arrange: (part: Partial<PageArrangement>) => void,
): TemplateResult | typeof nothing {
  if (period === '') return nothing;
  return html`<span class="chip"
    >${period}
    <button class="remove" aria-label=${t('Show all times')} @click=${() => arrange({ period: '' })}>
      ×
    </button></span
  >`;
}
