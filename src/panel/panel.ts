import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import '@vscode-elements/elements/dist/vscode-tree/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { FromPanel, PanelState } from '../shared/protocol';
import { annotationsView, showAnnotation, takeKeyForNote } from './annotationsView';
import { codesView } from './codesView';
import { listen, send } from './host';
import { t } from './l10n';

const root = document.getElementById('panel')!;
const announcer = document.getElementById('announcer')!;
let state: PanelState | undefined;

function redraw(): void {
  if (state) render(view(state), root);
  root.querySelector<HTMLElement>('.note-editor:not(:focus-within)')?.focus();
}

function view(current: PanelState): TemplateResult {
  if (current.release === undefined) {
    return html`<section class="empty">
      <p>${t('Open a press release to see and make annotations.')}</p>
      <p class="hint">
        ${t('A text file that isn’t recognised: run “Pressmark: Treat This File as a Press Release”.')}
      </p>
    </section>`;
  }
  return html`
    ${current.warning ? html`<p class="warning" role="alert">${current.warning}</p>` : nothing}
    ${selectionView(current)} ${codesView(current, redraw)} ${annotationsView(current, redraw)}
  `;
}

function selectionView(current: PanelState): TemplateResult {
  return html`<section class="selection" aria-label=${t('Selected passage')}>
    ${
      current.selection
        ? html`<span class="hint">${t('Tag')}</span> <q>${current.selection.text}</q>`
        : html`<span class="hint">${t('Select a passage in the text to tag it.')}</span>`
    }
  </section>`;
}

/** What keys do to the code that has the focus. */
const codeCommands: Readonly<Record<string, (FromPanel & { type: 'code' })['command']>> = {
  F2: 'renameCode',
  Delete: 'deleteCode',
  'Alt+ArrowUp': 'moveCodeUp',
  'Alt+ArrowDown': 'moveCodeDown',
};

/** A code's key tags from anywhere in the panel but its fields. */
function onKey(event: KeyboardEvent): void {
  const inField = event.composedPath().some((target) => target instanceof HTMLElement && isField(target));
  if (inField || event.ctrlKey || event.metaKey || takeKeyForNote(root, event)) return;
  const focused = document.activeElement?.closest<HTMLElement>('[data-code]')?.dataset['code'];
  const command = codeCommands[`${event.altKey ? 'Alt+' : ''}${event.key}`];
  if (focused && command) {
    event.preventDefault();
    event.stopPropagation();
    send({ type: 'code', command, code: focused });
    return;
  }
  if (event.altKey) return;
  const code = state?.codes.find((candidate) => candidate.key === event.key);
  if (code && state?.selection) {
    event.preventDefault();
    send({ type: 'tag', code: code.id });
  }
}

function isField(element: HTMLElement): boolean {
  return element.tagName === 'VSCODE-TEXTFIELD' || element.tagName === 'VSCODE-TEXTAREA';
}

// Before the tree, which takes the arrow keys for itself.
document.addEventListener('keydown', onKey, { capture: true });

listen((message) => {
  if (message.type === 'state') state = message.state;
  if (message.type === 'announce') announcer.textContent = message.text;
  redraw();
  if (message.type === 'show') showAnnotation(root, message.id);
});
send({ type: 'ready' });
