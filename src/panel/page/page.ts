import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import type { PageArrangement } from '../../shared/pageProtocol';
import { headView } from './headView';
import { listen, send } from './host';
import { LinesGrid } from './linesGrid';
import { linesView } from './linesView';
import { neighboursView } from './neighboursView';
import { emptyPage, withArrangement, withMessage } from './pageState';
import { timelineView } from './timelineView';

const root = document.getElementById('page')!;
const announcer = document.getElementById('announcer')!;
let state = emptyPage;
let drawing = false;
const grid = new LinesGrid(redrawSoon);
/** Typing is waited out before the lines are arranged anew. */
let timer: ReturnType<typeof setTimeout> | undefined;

function redrawSoon(): void {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    draw();
  });
}

function draw(): void {
  render(view(), root);
  grid.place(root);
}

function view(): TemplateResult {
  const { head, memory, summary, status } = state;
  return html`
    ${head === undefined ? nothing : headView(head, summary)}
    <p class="status hint" role="status">${status ?? ''}</p>
    ${summary === undefined ? nothing : timelineView(summary, memory?.arrangement.period ?? '', choosePeriod)}
    ${summary === undefined ? nothing : neighboursView(summary)} ${linesView(state, grid, arrange)}
  `;
}

function choosePeriod(period: string): void {
  arrange({ period: state.memory?.arrangement.period === period ? '' : period });
}

function arrange(part: Partial<PageArrangement>): void {
  if (!state.memory) return;
  const arrangement = { ...state.memory.arrangement, ...part };
  state = withArrangement(state, arrangement);
  grid.toStart();
  clearTimeout(timer);
  timer = setTimeout(() => send({ type: 'arrange', arrangement }), part.filter === undefined ? 0 : 250);
  redrawSoon();
}

listen((message) => {
  state = withMessage(state, message);
  if (message.type === 'arranged') grid.arrange(message.revision, message.total);
  if (message.type === 'lines') grid.add(message.revision, message.lines);
  if (message.type === 'announce') announcer.textContent = message.text;
  draw();
  // What is seen is known only once the rows have their height.
  if (message.type === 'arranged') redrawSoon();
});
send({ type: 'ready' });
