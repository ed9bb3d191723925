import type { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelCode } from '../shared/protocol';
import { announceChange } from './announcer';
import { contextMenu } from './contextMenu';
import { onDragLeave, onDragOver, onDragStart, onDrop } from './codeDrag';
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
  const found =
    codes.length === 0
      ? t('No code matches “{0}”.', filter)
      : `${t('Codes')}: ${t('{0} of {1}', codes.length, release.codes.length)}`;
  announceChange('codes', filter ? found : '', found);
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
          : html`<vscode-tree
              class="tree"
              aria-label=${t('Codes')}
              @vsc-tree-select=${model.release.release === undefined ? onShow : onSelect}
            >
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
      data-vscode-context=${contextMenu('code', { code: code.id })}
      title=${title.join('\n')}
      draggable="true"
      @dragstart=${onDragStart}
      @dragover=${onDragOver}
      @dragleave=${onDragLeave}
      @dragend=${onDragLeave}
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
      ${decoration(code, context)} ${isBranch ? branchesOf(below, context) : nothing}
    </vscode-tree-item>
  `;
}

/** How often the code is used, and its key; nothing where there is nothing to say. */
function decoration(code: PanelCode, context: Context): TemplateResult | typeof nothing {
  const count = countText(code, context);
  if (count === '' && code.key === undefined) return nothing;
  return html`<span slot="decoration" class="decoration">
    <span class="count" title=${countTitle(code, context)}>${count}</span>
    ${code.key ? html`<kbd>${code.key}</kbd>` : nothing}
  </span>`;
}

function branchesOf(below: readonly PanelCode[], context: Context): TemplateResult {
  return branches(below, below[0]!.depth, context);
}

function label(code: PanelCode, context: Context): string {
  const parts = [code.name];
  if (code.retired) parts.push(t('retired'));
  if (code.key) parts.push(t('key {0}', code.key));
  return [...parts, countTitle(code, context)].filter(Boolean).join(', ');
}

/** In this release, where one is shown, and in the corpus; a dash as long as the corpus is being read. */
function countText(code: PanelCode, { model, counts }: Context): string {
  const here = counts.get(code.id) ?? 0;
  if (code.hasChildren && here === 0 && !model.uses?.[code.id]) return '';
  const everywhere = model.uses === undefined ? '–' : String(model.uses[code.id]?.annotations ?? 0);
  return model.release.release === undefined ? everywhere : `${here}/${everywhere}`;
}

function countTitle(code: PanelCode, { model, counts }: Context): string {
  const parts: string[] = [];
  if (model.release.release !== undefined) parts.push(t('{0} in this release', counts.get(code.id) ?? 0));
  if (model.uses !== undefined) {
    const { annotations, releases } = model.uses[code.id] ?? { annotations: 0, releases: 0 };
    parts.push(
      releases === 1
        ? t('{0} in the corpus, in 1 release', annotations)
        : t('{0} in the corpus, in {1} releases', annotations, releases),
    );
  }
  return parts.join(', ');
}

function onSelect(event: CustomEvent<readonly VscodeTreeItem[]>): void {
  const code = chosenCode(event);
  if (code) send({ type: 'tag', code });
}

/** Without a release to tag in, a code that is chosen is shown in the codebook. */
function onShow(event: CustomEvent<readonly VscodeTreeItem[]>): void {
  const code = chosenCode(event);
  if (code) send({ type: 'code', command: 'showCodeInCodebook', code });
}

/** The code chosen; one with codes below it is opened or closed instead. */
function chosenCode({ detail: [item] }: CustomEvent<readonly VscodeTreeItem[]>): string | undefined {
  const code = item?.dataset['code'];
  if (!item?.branch || !code) return code;
  const others = recall().collapsed.filter((id) => id !== code);
  remember({ collapsed: item.open ? others : [...others, code] });
  return undefined;
}

/** Where there is no such code, it can be made. */
function nothingFound(filter: string, redraw: () => void): TemplateResult {
  const add = (): void => {
    send({ type: 'addCode', ...(filter ? { value: filter } : {}) });
    remember({ codeFilter: '' });
    redraw();
  };
  return html`<p class="hint">
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
