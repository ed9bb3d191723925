import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import '@vscode-elements/elements/dist/vscode-tree/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { FromPanel, ToPanel } from '../shared/protocol';
import { announce } from './announcer';
import { AnnotationList } from './annotationList';
import { annotationsView } from './annotationsView';
import { noFilter } from './annotationRows';
import { codesView } from './codesView';
import { entityView } from './entityView';
import { listen, recall, remember, send } from './host';
import { KeyboardPlace } from './keyboardPlace';
import { t } from './l10n';
import type { Model } from './model';
import { emptyModel, told } from './model';
import { nestByKey } from './nestByKey';
import { editNote, focusNote, takeKeyForNote } from './noteEditor';
import { quietTree } from './quietTree';
import { followScrolling, restoreScrolling } from './scrolling';
import { followTabStop, keepTabStop } from './treeTabStop';

const root = document.getElementById('panel')!;
let model: Model = emptyModel;
let isKnown = false;
let isDue = false;

const list = new AnnotationList(root, redraw, (code) => {
  const { closed } = recall();
  remember({ closed: closed.includes(code) ? closed.filter((other) => other !== code) : [...closed, code] });
  redraw();
});

const keyboard = new KeyboardPlace(root, () => list.takeKeyboard());

/** Draws now; what drawing itself asks for is drawn once more in the next frame. */
function redraw(): void {
  if (!isKnown) return;
  if (isDrawing) {
    redrawSoon();
    return;
  }
  isDrawing = true;
  try {
    keyboard.keep(() => {
      render(view(model), root);
      list.drawn();
      keepTabStop(root);
      quietTree(root);
    });
  } finally {
    isDrawing = false;
  }
  focusNote(root);
}

let isDrawing = false;

function redrawSoon(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    redraw();
  });
}

function view(current: Model): TemplateResult {
  if (current.release.release === undefined)
    return current.release.codebook === 'none' ? welcome() : codesView(current, redraw);
  const { warning } = current.release;
  return html`
    ${warning ? html`<p class="warning" role="alert">${warning}</p>` : nothing} ${selectionView(current)}
    ${codesView(current, redraw)} ${entityView(current.here.entity)} ${annotationsView(current, list, redraw)}
  `;
}

function welcome(): TemplateResult {
  return html`<section class="empty">
    <p>${t('Open a press release to see and make annotations.')}</p>
    <p class="hint">${t('A text file that isn’t recognised as one:')}</p>
    <vscode-button secondary @click=${() => send({ type: 'markAsRelease' })}
      >${t('Treat it as a press release')}</vscode-button
    >
    <p class="hint">${t('New here?')}</p>
    <vscode-button secondary @click=${() => send({ type: 'openWalkthrough' })}
      >${t('Annotate your first release')}</vscode-button
    >
  </section>`;
}

function selectionView({ here, release }: Model): TemplateResult {
  if (release.codebook !== 'ready') return html``;
  return html`<section class="selection" aria-label=${t('Selected passage')}>
    ${
      here.selection !== undefined
        ? html`<span class="hint">${t('Tag')}</span> <q>${here.selection}</q>`
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

/** A code's key tags from anywhere in the panel but its fields: in the list the selected annotations, else the selected passage. */
function onKey(event: KeyboardEvent): void {
  const inField = event.composedPath().some((target) => target instanceof HTMLElement && isField(target));
  if (inField || event.ctrlKey || event.metaKey || takeKeyForNote(root, event)) return;
  const focused = document.activeElement?.closest<HTMLElement>('[data-code]')?.dataset['code'];
  const key = `${event.altKey ? 'Alt+' : ''}${event.key}`;
  const command = codeCommands[key];
  const isNesting = /^Alt\+Arrow(Left|Right)$/.test(key);
  if (focused && (command || isNesting)) {
    event.preventDefault();
    event.stopPropagation();
    const nesting = nestByKey(model.release.codes, focused, key);
    if (command) send({ type: 'code', command, code: focused });
    if (nesting) {
      // Below a code that is closed it would be out of sight, and the keyboard with it.
      remember({ collapsed: recall().collapsed.filter((code) => code !== nesting.onto) });
      send({ type: 'dropCode', code: focused, ...nesting });
    } else if (isNesting) {
      const code = model.release.codes.find(({ id }) => id === focused);
      announce(t('{0} can’t be moved further.', code?.name ?? focused));
    }
    return;
  }
  if (event.altKey) return;
  const code = model.release.codes.find((candidate) => candidate.key === event.key);
  if (!code) return;
  const ids = document.activeElement?.closest('.list') ? list.selected : [];
  if (ids.length > 0) send({ type: 'bulk', kind: 'add', ids: [...ids], codes: [code.id] });
  else if (model.here.selection !== undefined) send({ type: 'tag', code: code.id });
  else return;
  event.preventDefault();
}

function isField(element: HTMLElement): boolean {
  return /^(VSCODE-TEXTFIELD|VSCODE-TEXTAREA|SELECT)$/.test(element.tagName);
}

// Before the tree, which takes the arrow keys for itself.
document.addEventListener('keydown', onKey, { capture: true });

/** What is filtered away or in a closed group is shown all the same, when it is asked for. */
function show(id: string): void {
  if (list.show(id)) return;
  remember({ filter: noFilter, closed: [] });
  redraw();
  list.show(id);
}

/** A note that was asked for in the text, or in a menu. */
function writeNote({ id, draft, from }: ToPanel & { type: 'writeNote' }): void {
  const annotation = model.annotations.find((candidate) => candidate.id === id);
  if (!annotation) return;
  show(id);
  editNote(annotation, draft, from === 'text' ? () => send({ type: 'toText' }) : undefined);
  redraw();
}

listen((message) => {
  model = told(model, message);
  if (message.type === 'release') isKnown = true;
  if (message.type === 'announce') announce(message.text);
  redraw();
  if (message.type === 'annotations' && message.fresh) restoreScrolling(model.release.release, redraw);
  if (message.type === 'show') show(message.id);
  if (message.type === 'writeNote') writeNote(message);
  if (message.type === 'comeBack') keyboard.comeBack(() => send({ type: 'takeKeyboard' }));
});
followScrolling(() => model.release.release);
followTabStop(root);
send({ type: 'ready' });
