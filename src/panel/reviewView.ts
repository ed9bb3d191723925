import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FromPanel, PanelAnnotation } from '../shared/protocol';
import type { RowContext } from './annotationRow';
import { hasPlace } from './annotationRows';
import { send } from './host';
import { t } from './l10n';

/** What a person can decide about an annotation whose place is in doubt, or of which a merge kept two versions. */
export function review(annotation: PanelAnnotation, context: RowContext): TemplateResult {
  return html`${hasPlace(annotation) ? nothing : doubt(annotation)}${conflict(annotation, context)}`;
}

function doubt({ id, state, kept, proposal }: PanelAnnotation): TemplateResult {
  const words: Record<string, string> = {
    fuzzy: t('The text has changed. Proposed place:'),
    ambiguous: t('The text stands in several places. Proposed place:'),
    orphan: t('This text is no longer in the release. The annotation is kept.'),
  };
  return html`<div class="doubt">
    <span>${kept ? t('Kept without a place.') : words[state]}</span>
    ${proposal === undefined ? nothing : html`<q>${proposal}</q>`}
    <div class="actions">
      ${proposal === undefined ? nothing : button(t('Accept'), { type: 'accept', id })}
      ${button(
        t('Place at selection'),
        { type: 'place', id },
        t('Select in the text where it belongs, then click here'),
      )}
      ${
        kept
          ? nothing
          : button(
              t('Keep without a place'),
              { type: 'keepAsOrphan', id },
              t('The passage is gone; keep the annotation for its quote'),
            )
      }
    </div>
  </div>`;
}

/** Shown at the version that names the other one. */
function conflict(
  { id, conflict: otherId }: PanelAnnotation,
  { codes, otherVersion: other }: RowContext,
): TemplateResult | typeof nothing {
  if (otherId === undefined) return nothing;
  if (!other)
    return html`<div class="doubt conflict">
      <span>${t('The other version of a merge is gone.')}</span>
      <div class="actions">${button(t('Keep this one'), { type: 'settle', id, keep: 'this' })}</div>
    </div>`;
  const names = other.codes.map((code) => codes.get(code)?.name ?? code).join(', ');
  const said = [names, other.entity && `→ ${other.entity}`, other.note, other.quote].filter(Boolean);
  return html`<div class="doubt conflict">
    <span>${t('A merge kept two versions. The other one:')}</span>
    <q>${said.join(' · ')}</q>
    <div class="actions">
      ${button(t('Keep this one'), { type: 'settle', id, keep: 'this' })}
      ${button(t('Keep the other'), { type: 'settle', id, keep: 'other' })}
      ${button(t('Keep both'), { type: 'settle', id, keep: 'both' })}
    </div>
  </div>`;
}

function button(label: string, message: FromPanel, title = ''): TemplateResult {
  return html`<vscode-button
    ?secondary=${message.type !== 'accept'}
    title=${title}
    @click=${() => send(message)}
    >${label}</vscode-button
  >`;
}
