import * as vscode from 'vscode';
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

  /** Gives an annotation other codes. */
  async retag(node: AnnotationNode): Promise<void> {
    const release = await this.show(node);
    if (!release) return;
    const { uri } = release.document;
    const codes = await this.picker.pick(uri, vscode.l10n.t('Tag With Instead'));
    if (!codes) return;
    await release.change([node.passage.id], (annotation) => ({ ...annotation, codes: [...codes] }));
    this.tagging.say(vscode.l10n.t('Tagged anew.'));
  }

  /** Deletes annotations, release by release; each is undone where it was. */
  async remove(nodes: readonly AnnotationNode[]): Promise<void> {
    const byRelease = new Map<string, AnnotationNode[]>();
    for (const node of nodes) {
      const key = node.index.uriOf(node.release.path).toString();
      byRelease.set(key, [...(byRelease.get(key) ?? []), node]);
    }
    for (const some of byRelease.values()) {
      const release = await this.open(some[0]!);
      if (release) await this.tagging.remove([...new Set(some.map(({ passage }) => passage.id))]);
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
