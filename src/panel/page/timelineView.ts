import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { PageSummary } from '../../shared/pageProtocol';
import { t } from '../l10n';
import { number } from './headView';

const [width, height] = [600, 64];

/**
 * Lines over time: bars that can be clicked, and the same as a table for those who don't see them. `choose` narrows the lines
 * to a period, or widens them again with the period that is chosen already.
 */
export function timelineView(
  summary: PageSummary,
  chosen: string,
  choose: (period: string) => void,
): TemplateResult | typeof nothing {
  const { bars } = summary;
  if (bars.length === 0) return nothing;
  const [first, last] = [bars[0]!.period, bars.at(-1)!.period];
  return html`<section aria-labelledby="over-time">
    <h2 id="over-time">${t('Over time')}</h2>
    <svg
      class="timeline"
      viewBox=${`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label=${t('Lines from {0} to {1}; the table below says the same.', first, last)}
    >
      ${barsOf(summary, chosen, choose)}
    </svg>
    <div class="ends" aria-hidden="true"><span>${first}</span><span>${last}</span></div>
    <details>
      <summary>${t('As a table')}</summary>
      ${tableOf(summary, chosen, choose)}
    </details>
  </section>`;
}

function barsOf(
  { bars }: PageSummary,
  chosen: string,
  choose: (period: string) => void,
): readonly TemplateResult[] {
  const most = Math.max(...bars.map(({ count }) => count));
  const step = width / bars.length;
  return bars.map(({ period, count }, i) => {
    const tall = count === 0 ? 0 : Math.max(2, (count / most) * height);
    const isChosen = chosen !== '' && period.startsWith(chosen);
    // The whole column can be hit, however low the bar.
    return svg`<g class=${isChosen ? 'bar chosen' : 'bar'} @click=${() => choose(period)}>
      <title>${`${period}: ${number(count)}`}</title>
      <rect class="column" x=${i * step} y="0" width=${step} height=${height}></rect>
      <rect class="value" x=${i * step + step * 0.1} y=${height - tall} width=${step * 0.8} height=${tall}></rect>
    </g>`;
  });
}

function tableOf(summary: PageSummary, chosen: string, choose: (period: string) => void): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('When')}</th>
        <th scope="col">${t('Lines')}</th>
        <th scope="col">${t('Releases')}</th>
      </tr>
    </thead>
    <tbody>
      ${summary.bars
        .filter(({ count }) => count > 0)
        .map(
          ({ period, count, releases }) =>
            html`<tr>
              <td>
                <button
                  class="link"
                  aria-pressed=${chosen === period ? 'true' : 'false'}
                  @click=${() => choose(period)}
                >
                  ${period}
                </button>
              </td>
              <td class="number">${number(count)}</td>
              <td class="number">${number(releases)}</td>
            </tr>`,
        )}
      ${
        summary.undated === 0
          ? nothing
          : html`<tr>
              <td>${t('without a date')}</td>
              <td class="number">${number(summary.undated)}</td>
              <td></td>
            </tr>`
      }
    </tbody>
  </table>`;
}
