import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelAnnotation, PanelCode } from '../shared/protocol';
import type { AnnotationFilter } from './annotationRows';
import { isFiltered, noAuthor, noCode, noFilter } from './annotationRows';
import { recall, remember } from './host';
import { t } from './l10n';
import { memo } from './memo';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is listed: by words, code, author and state, each to be seen and changed. */
export function annotationFilters(
  annotations: readonly PanelAnnotation[],
  codes: readonly PanelCode[],
  redraw: () => void,
): TemplateResult {
  const { filter } = recall();
  const set = (part: Partial<AnnotationFilter>): void => {
    remember({ filter: { ...filter, ...part } });
    redraw();
  };
  return html`<div class="filters" role="search" aria-label=${t('Filter annotations')}>
    <vscode-textfield
      class="filter"
      type="search"
      placeholder=${t('Filter annotations')}
      title=${t('Filter by code, text, note or author')}
      label=${t('Filter annotations')}
      .value=${filter.text}
      @input=${(event: InputEvent) => set({ text: (event.target as HTMLInputElement).value })}
    ></vscode-textfield>
    ${choose('code', t('Code'), [{ value: '', label: t('All codes') }, ...codeChoices(annotations, codes)], filter.code, (code) => set({ code }))}
    ${choose('author', t('Author'), [{ value: '', label: t('All authors') }, ...authorChoices(annotations)], filter.author, (author) => set({ author }))}
    ${choose(
      'state',
      t('State'),
      [
        { value: '', label: t('Any state') },
        { value: 'placed', label: t('In place') },
        { value: 'doubtful', label: t('To be reviewed') },
        { value: 'orphan', label: t('Text is gone') },
        { value: 'noted', label: t('With a note') },
      ],
      filter.state,
      (state) => set({ state: state as AnnotationFilter['state'] }),
    )}
    ${
      isFiltered(filter)
        ? html`<button class="link clear" @click=${() => set(noFilter)}>${t('Show all')}</button>`
        : nothing
    }
  </div>`;
}

function choose(
  name: string,
  label: string,
  choices: readonly Choice[],
  value: string,
  onChoose: (value: string) => void,
): TemplateResult {
  // What is chosen stays to be seen, though nothing has it any more.
  const known = choices.some((choice) => choice.value === value);
  const all = known ? choices : [...choices, { value, label: value }];
  return html`<select
    name=${name}
    aria-label=${label}
    class=${value === '' ? '' : 'set'}
    @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
  >
    ${all.map(
      (choice) =>
        html`<option
          value=${choice.value}
          ?selected=${choice.value === value}
          .selected=${choice.value === value}
        >
          ${choice.label}
        </option>`,
    )}
  </select>`;
}

/** The codes that are used here, and those above them. */
const codeChoices = memo(
  (annotations: readonly PanelAnnotation[], codes: readonly PanelCode[]): readonly Choice[] => {
    const used = new Set(annotations.flatMap((annotation) => annotation.codes));
    const choices: Choice[] = [];
    codes.forEach((code, at) => {
      const end = codes.findIndex(({ depth }, i) => i > at && depth <= code.depth);
      const below = codes.slice(at, end < 0 ? undefined : end);
      if (below.some(({ id }) => used.has(id)))
        choices.push({ value: code.id, label: `${'\u2003'.repeat(code.depth)}${code.name}` });
    });
    const unknown = [...used].filter((id) => !codes.some((code) => code.id === id));
    const without = annotations.some((annotation) => annotation.codes.length === 0);
    return [
      ...choices,
      ...unknown.map((id) => ({ value: id, label: `${id} ?` })),
      ...(without ? [{ value: noCode, label: t('No code') }] : []),
    ];
  },
);

const authorChoices = memo((annotations: readonly PanelAnnotation[]): readonly Choice[] => {
  const authors = [...new Set(annotations.map(({ author }) => author ?? noAuthor))].sort();
  return authors.map((author) => ({ value: author, label: author === noAuthor ? t('No author') : author }));
});
