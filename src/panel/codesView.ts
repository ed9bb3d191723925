import type { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelCode, PanelState } from '../shared/protocol';
import { recall, remember, send } from './host';
import { t } from './l10n';
import { swatch } from './swatch';

/** The codebook as a tree: a click, Enter or the code's key tags the selected passage. */
export function codesView(state: PanelState, redraw: () => void): TemplateResult {
  if (state.codebook === 'none') return offerCodebook();
  if (state.codebook === 'broken') return brokenCodebook();
  const filter = recall().codeFilter;
  const codes = visibleCodes(state.codes, filter);
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
          ? html`<p class="hint">
              ${filter ? t('No code matches “{0}”.', filter) : t('The codebook has no codes yet.')}
            </p>`
          : html`<vscode-tree class="tree" aria-label=${t('Codes')} @vsc-tree-select=${onSelect}>
              ${branches(codes, 0, state)}
            </vscode-tree>`
      }
    </section>
  `;
}

/** Codes whose name, id or definition holds the words of the filter, with the codes above them. */
export function visibleCodes(codes: readonly PanelCode[], filter: string): readonly PanelCode[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = codes.filter((code) => !code.retired || code.count > 0);
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

function branches(codes: readonly PanelCode[], depth: number, state: PanelState): TemplateResult {
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
    ({ code, below }) => treeItem(code, below, state),
  )}`;
}

function treeItem(code: PanelCode, below: readonly PanelCode[], state: PanelState): TemplateResult {
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
      aria-label=${label(code)}
    >
      ${swatch(code.color, isBranch ? 'icon-branch' : 'icon-leaf')}
      ${isBranch ? swatch(code.color, 'icon-branch-opened') : nothing}
      <span class="name">${code.name}</span>
      ${
        isBranch && state.selection
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
        ${code.count > 0 ? html`<span class="count">${code.count}</span>` : nothing}
        ${code.key ? html`<kbd>${code.key}</kbd>` : nothing}
      </span>
      ${isBranch ? branchesOf(below, state) : nothing}
    </vscode-tree-item>
  `;
}

function branchesOf(below: readonly PanelCode[], state: PanelState): TemplateResult {
  return branches(below, below[0]!.depth, state);
}

function label(code: PanelCode): string {
  const parts = [code.name];
  if (code.key) parts.push(t('key {0}', code.key));
  if (code.count > 0) parts.push(t('{0} in this release', code.count));
  return parts.join(', ');
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
