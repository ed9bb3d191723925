import type { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelCode } from '../shared/protocol';
import { recall, remember, send } from './host';
import { t } from './l10n';
import { memo } from './memo';
import type { Model } from './model';
import { countsHere } from './model';
import { swatch } from './swatch';

const countsOf = memo(countsHere);

/** The codebook as a tree: a click, Enter or the code's key tags the selected passage. */
export function codesView(model: Model, redraw: () => void): TemplateResult {
  const { release } = model;
  if (release.codebook === 'none') return offerCodebook();
  if (release.codebook === 'broken') return brokenCodebook();
  const filter = recall().codeFilter;
  const counts = countsOf(model.annotations);
  const codes = visibleCodes(release.codes, counts, filter);
  return html`
    <section class="codes" aria-label=${t('Codes')}>
      <vscode-textfield
        class="filter"
        type="search"
        placeholder=${t('Find a code')}
        label=${t('Find a code')}
        .value=${filter}
        @input=${(event: InputEvent) => {
          remember({ codeFilter: (event.target as HTMLInputElement).value });
          redraw();
        }}
      ></vscode-textfield>
      ${
        codes.length === 0
          ? nothingFound(filter, redraw)
          : html`<vscode-tree class="tree" aria-label=${t('Codes')} @vsc-tree-select=${onSelect}>
              ${branches(codes, 0, { model, counts })}
            </vscode-tree>`
      }
    </section>
  `;
}

/** Codes whose name, id or definition holds the words of the filter, with the codes above them. */
export function visibleCodes(
  codes: readonly PanelCode[],
  counts: ReadonlyMap<string, number>,
  filter: string,
): readonly PanelCode[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = codes.filter((code) => !code.retired || counts.has(code.id));
  if (words.length === 0) return shown;
  const kept = new Set<PanelCode>();
  const path: PanelCode[] = [];
  for (const code of shown) {
    path.length = code.depth;
    path[code.depth] = code;
    const text = `${code.name} ${code.id} ${code.definition ?? ''}`.toLowerCase();
    if (words.every((word) => text.includes(word))) for (const above of path) if (above) kept.add(above);
  }
  return shown.filter((code) => kept.has(code));
}

interface Context {
  readonly model: Model;
  readonly counts: ReadonlyMap<string, number>;
}

function branches(codes: readonly PanelCode[], depth: number, context: Context): TemplateResult {
  const here = codes
    .map((code, index) => ({ code, index }))
    .filter(({ code }) => code.depth === depth)
    .map(({ code, index }) => {
      let end = index + 1;
      while (end < codes.length && codes[end]!.depth > depth) end++;
      return { code, below: codes.slice(index + 1, end) };
    });
  return html`${repeat(
    here,
    ({ code }) => code.id,
    ({ code, below }) => treeItem(code, below, context),
  )}`;
}

function treeItem(code: PanelCode, below: readonly PanelCode[], context: Context): TemplateResult {
  const isBranch = below.length > 0;
  const title = [code.definition, ...code.examples.map((example) => `“${example}”`)].filter(Boolean);
  return html`
    <vscode-tree-item
      data-code=${code.id}
      data-vscode-context=${JSON.stringify({ webviewSection: 'code', code: code.id, preventDefaultContextMenuItems: true })}
      title=${title.join('\n')}
      draggable="true"
      @dragstart=${onDragStart}
      @dragover=${onDragOver}
      @drop=${onDrop}
      ?branch=${isBranch}
      ?open=${isBranch && !recall().collapsed.includes(code.id)}
      aria-label=${label(code, context)}
    >
      ${swatch(code.color, isBranch ? 'icon-branch' : 'icon-leaf')}
      ${isBranch ? swatch(code.color, 'icon-branch-opened') : nothing}
      <span class=${code.retired ? 'name retired' : 'name'}>${code.name}</span>
      ${
        isBranch && context.model.here.selection !== undefined
          ? html`<vscode-toolbar-button
              slot="actions"
              icon="tag"
              label=${t('Tag with {0}', code.name)}
              @click=${(event: Event) => {
                event.stopPropagation();
                send({ type: 'tag', code: code.id });
              }}
            ></vscode-toolbar-button>`
          : nothing
      }
      <span slot="decoration" class="decoration">
        <span class="count" title=${countTitle(code, context)}>${countText(code, context)}</span>
        ${code.key ? html`<kbd>${code.key}</kbd>` : nothing}
      </span>
      ${isBranch ? branchesOf(below, context) : nothing}
    </vscode-tree-item>
  `;
}

function branchesOf(below: readonly PanelCode[], context: Context): TemplateResult {
  return branches(below, below[0]!.depth, context);
}

function label(code: PanelCode, context: Context): string {
  const parts = [code.name];
  if (code.retired) parts.push(t('retired'));
  if (code.key) parts.push(t('key {0}', code.key));
  parts.push(countTitle(code, context));
  return parts.join(', ');
}

/** In this release and in the corpus; a dash as long as the corpus is being read. */
function countText(code: PanelCode, { model, counts }: Context): string {
  const here = counts.get(code.id) ?? 0;
  if (code.hasChildren && here === 0 && !model.uses?.[code.id]) return '';
  const everywhere = model.uses === undefined ? '–' : (model.uses[code.id]?.annotations ?? 0);
  return `${here}/${everywhere}`;
}

function countTitle(code: PanelCode, { model, counts }: Context): string {
  const here = t('{0} in this release', counts.get(code.id) ?? 0);
  if (model.uses === undefined) return here;
  const { annotations, releases } = model.uses[code.id] ?? { annotations: 0, releases: 0 };
  return `${here}, ${t('{0} in the corpus, in {1} releases', annotations, releases)}`;
}

const dragType = 'application/x-pressmark-code';

function onDragStart(event: DragEvent): void {
  event.stopPropagation();
  const code = (event.currentTarget as HTMLElement).dataset['code'];
  if (code) event.dataTransfer?.setData(dragType, code);
}

function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes(dragType)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** In the upper or lower quarter of a row a code is put beside it, in the middle below it. */
function onDrop(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const row = event.currentTarget as HTMLElement;
  const code = event.dataTransfer?.getData(dragType);
  const onto = row.dataset['code'];
  if (!code || !onto || code === onto) return;
  const rowHeight = 22;
  const y = (event.clientY - row.getBoundingClientRect().top) / rowHeight;
  send({ type: 'dropCode', code, onto, where: y < 0.25 ? 'before' : y > 0.75 ? 'after' : 'inside' });
}

function onSelect(event: CustomEvent<readonly VscodeTreeItem[]>): void {
  const item = event.detail[0];
  const code = item?.dataset['code'];
  if (!item || !code) return;
  if (item.branch) {
    const { collapsed } = recall();
    remember({
      collapsed: item.open ? collapsed.filter((id) => id !== code) : [...new Set([...collapsed, code])],
    });
    return;
  }
  send({ type: 'tag', code });
}

/** Where there is no such code, it can be made. */
function nothingFound(filter: string, redraw: () => void): TemplateResult {
  const add = (): void => {
    send({ type: 'addCode', ...(filter ? { value: filter } : {}) });
    remember({ codeFilter: '' });
    redraw();
  };
  return html`<p class="hint" role="status">
      ${filter ? t('No code matches “{0}”.', filter) : t('The codebook has no codes yet.')}
    </p>
    <button class="link add-code" @click=${add}>
      ${filter ? t('Add the code “{0}”', filter) : t('Add a code')}
    </button>`;
}

function offerCodebook(): TemplateResult {
  return html`
    <section class="empty">
      <p>${t('Passages are tagged with the codes of a codebook. This folder has none yet.')}</p>
      <vscode-button @click=${() => send({ type: 'createCodebook' })}
        >${t('Create a codebook')}</vscode-button
      >
    </section>
  `;
}

function brokenCodebook(): TemplateResult {
  return html`
    <section class="empty" role="alert">
      <p>${t('The codebook can’t be read. The Problems view says where and what to do.')}</p>
      <vscode-button @click=${() => send({ type: 'openCodebook' })}>${t('Open the codebook')}</vscode-button>
    </section>
  `;
}
