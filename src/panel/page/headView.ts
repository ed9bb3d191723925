import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PageHead, PageSummary } from '../../shared/pageProtocol';
import { t } from '../l10n';
import { swatch } from '../swatch';
import { send } from './host';

/** Who or what it is: name, kind, other names, offices over time. */
export function headView(head: PageHead, summary: PageSummary | undefined): TemplateResult {
  return html`<header>
    <h1>${head.color === undefined ? nothing : swatch(head.color)} ${head.title}</h1>
    <p class="facts">
      <span class="kind">${head.kind}</span>
      ${head.description === undefined ? nothing : html`<span>${head.description}</span>`}
      ${head.date === undefined ? nothing : html`<span>${head.date}</span>`}
      ${summary === undefined ? nothing : html`<span class="count">${counted(summary)}</span>`}
      ${
        head.wikidata === undefined
          ? nothing
          : html`<a href=${`https://www.wikidata.org/wiki/${head.wikidata}`}>Wikidata ${head.wikidata}</a>`
      }
      ${
        head.hasEntry
          ? html`<button class="link" @click=${() => send({ type: 'entry' })}>${t('Show the entry')}</button>`
          : nothing
      }
    </p>
    ${
      head.names.length === 0
        ? nothing
        : html`<p class="names"><span class="hint">${t('Also')}</span> ${head.names.join(' · ')}</p>`
    }
    ${head.offices.length === 0 ? nothing : officesView(head)}
  </header>`;
}

function counted({ lines, releases }: PageSummary): string {
  if (lines === 1) return t('1 line in 1 release');
  return releases === 1
    ? t('{0} lines in 1 release', number(lines))
    : t('{0} lines in {1} releases', number(lines), number(releases));
}

function officesView({ offices }: PageHead): TemplateResult {
  return html`<section aria-labelledby="offices">
    <h2 id="offices">${t('Offices')}</h2>
    <table>
      <thead class="unseen">
        <tr>
          <th scope="col">${t('When')}</th>
          <th scope="col">${t('Office')}</th>
        </tr>
      </thead>
      <tbody>
        ${offices.map(
          ({ title, of, from, until }) =>
            html`<tr>
              <td class="when">${from ?? '…'} – ${until ?? ''}</td>
              <td>${title}${of === undefined ? nothing : html`, <span class="hint">${of}</span>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function number(value: number): string {
  return value.toLocaleString(document.documentElement.lang || 'en');
}
