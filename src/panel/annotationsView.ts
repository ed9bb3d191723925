import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelAnnotation } from '../shared/protocol';
import { annotationFilters } from './annotationFilters';
import { announceChange } from './announcer';
import type { AnnotationList } from './annotationList';
import { iconButton } from './annotationRow';
import { filtered, isDoubtful, isFiltered, rowsOf } from './annotationRows';
import { bulkBar } from './bulkBar';
import { recall, remember, send } from './host';
import { t } from './l10n';
import { memo } from './memo';
import type { Model } from './model';

const shownOf = memo(filtered);
const linesOf = memo(rowsOf);
const closedOf = memo((closed: readonly string[]) => new Set(closed));
const doubtfulOf = memo((annotations: readonly PanelAnnotation[]) => annotations.filter(isDoubtful).length);

/** The annotations of the release, with what sorts, filters and changes them. */
export function annotationsView(model: Model, list: AnnotationList, redraw: () => void): TemplateResult {
  const { annotations } = model;
  const { codes } = model.release;
  const { filter, order, closed } = recall();
  const shown = shownOf(annotations, codes, filter);
  const rows = linesOf(shown, codes, order, closedOf(closed));
  const count =
    shown.length === annotations.length
      ? `${shown.length}`
      : t('{0} of {1}', shown.length, annotations.length);
  // Who filters hears how many are left; who tags hears that.
  const left = shown.length === 0 ? t('No annotation is like that.') : `${t('Annotations')}: ${count}`;
  announceChange('filter', isFiltered(filter) ? left : '', left);
  const { length } = list.selected;
  announceChange('selection', length > 1 ? t('{0} selected', length) : '');
  return html`
    <section
      class=${isFiltered(filter) ? 'annotations filtered' : 'annotations'}
      aria-label=${t('Annotations')}
    >
      <div class="heading">
        <h2><span>${t('Annotations')}</span> <vscode-badge>${count}</vscode-badge></h2>
        <span class="spacer"></span>
        ${iconButton(
          'list-tree',
          t('Group by code'),
          () => {
            remember({ order: order === 'code' ? 'text' : 'code' });
            redraw();
          },
          0,
          order === 'code',
        )}
        ${iconButton('discard', t('Undo the last annotation change'), () => send({ type: 'undo' }))}
        ${iconButton('redo', t('Redo the annotation change'), () => send({ type: 'redo' }))}
      </div>
      ${reviewBanner(doubtfulOf(annotations))}
      ${
        annotations.length === 0
          ? html`<p class="hint">
              ${t('None yet. Select a passage in the text, then choose a code above.')}
            </p>`
          : html`
              ${annotations.length > 1 || isFiltered(filter) ? annotationFilters(annotations, codes, redraw) : nothing}
              ${bulkBar(list.selected, () => list.clear())}
              ${
                shown.length === 0
                  ? html`<p class="hint">${t('No annotation is like that.')}</p>`
                  : list.view(rows, model)
              }
            `
      }
    </section>
  `;
}

/** Says how many annotations wait for a decision, until none does. */
function reviewBanner(count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<div class="review" role="status">
    <span>${t('{0} to be reviewed.', count)}</span>
    <vscode-button secondary @click=${() => send({ type: 'reviewNext' })}>${t('Next')}</vscode-button>
  </div>`;
}
