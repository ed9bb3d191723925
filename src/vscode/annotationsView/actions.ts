import * as vscode from 'vscode';
import { changeCodes } from '../../core/annotation/bulkChange';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { CodePicker } from '../annotation/codePicker';
import type { Tagging } from '../annotation/tagging';
import { isRelease } from '../support/languages';
import type { AnnotationNode, Node } from './nodes';

/** How long a file may take to be told for a release after it was opened. */
const detectionMs = 5000;

/** What can be done with rows of the tree: in the text, through what the panel and the commands use too, so that it can be undone. */
export class AnnotationActions {
  constructor(
    private readonly annotations: AnnotatedReleases,
    private readonly tagging: Tagging,
    private readonly picker: CodePicker,
  ) {}

  /** Opens the release and selects the passage; of one without a place the release is shown, and the panel shows it. */
  async show(node: AnnotationNode): Promise<AnnotatedRelease | undefined> {
    const release = await this.open(node);
    if (release) await this.tagging.reveal(node.passage.id);
    return release;
  }

  /** Gives annotations other codes, release by release; each is undone where it was. */
  async retag(nodes: readonly AnnotationNode[]): Promise<void> {
    const [first] = nodes;
    if (!first) return;
    if (nodes.length === 1) await this.show(first);
    const uri = first.index.uriOf(first.release.path);
    const codes = await this.picker.pick(uri, vscode.l10n.t('Tag With Instead'));
    if (!codes) return;
    for (const [release, ids] of byRelease(nodes)) {
      const opened = await this.open(release);
      const passages = opened?.passages.filter(({ annotation }) => ids.has(annotation.id)) ?? [];
      const change = changeCodes(
        passages.map(({ annotation }) => annotation),
        { kind: 'retag', codes },
      );
      await opened?.decide(() => change);
    }
    this.tagging.say(vscode.l10n.t('Tagged anew.'));
  }

  /** Deletes annotations, release by release; each is undone where it was. */
  async remove(nodes: readonly AnnotationNode[]): Promise<void> {
    for (const [node, ids] of byRelease(nodes)) {
      const release = await this.open(node);
      if (release) await this.tagging.remove([...ids]);
    }
  }

  private async open({ index, release }: AnnotationNode): Promise<AnnotatedRelease | undefined> {
    const uri = index.uriOf(release.path);
    const { document } = await vscode.window.showTextDocument(uri, { preview: true });
    await toBeRelease(document);
    const opened = vscode.workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
    const found = opened && (await this.annotations.of(opened));
    if (!found) this.tagging.say(vscode.l10n.t('{0} could not be opened as a press release.', release.path));
    return found;
  }
}

/** The annotations meant by a command on rows: all selected ones, if the row is among them. */
export function annotationsAmong(
  node: Node | undefined,
  selected: readonly Node[] | undefined,
): AnnotationNode[] {
  const rows = selected && (node === undefined || selected.includes(node)) ? selected : node ? [node] : [];
  return rows.filter((row) => row.kind === 'annotation');
}

/** One annotation of each release, and the ids of all that are meant there. */
function byRelease(nodes: readonly AnnotationNode[]): ReadonlyMap<AnnotationNode, ReadonlySet<string>> {
  const found = new Map<string, { readonly node: AnnotationNode; readonly ids: Set<string> }>();
  for (const node of nodes) {
    const key = node.index.uriOf(node.release.path).toString();
    const { ids } = found.get(key) ?? { ids: new Set<string>() };
    found.set(key, { node, ids: ids.add(node.passage.id) });
  }
  return new Map([...found.values()].map(({ node, ids }) => [node, ids]));
}

/** A file becomes a release a moment after it was opened; VS Code then says that it was opened again. */
async function toBeRelease(document: vscode.TextDocument): Promise<void> {
  if (isRelease(document)) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      opened.dispose();
      resolve();
    };
    const timer = setTimeout(finish, detectionMs);
    const opened = vscode.workspace.onDidOpenTextDocument((other) => {
      if (other.uri.toString() === document.uri.toString() && isRelease(other)) finish();
    });
  });
}
