import * as vscode from 'vscode';
import type { AnnotationGrouping } from '../../core/corpus/questions/annotations';
import { annotationGroupings } from '../../core/corpus/questions/annotations';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { CodePicker } from '../annotation/codePicker';
import type { Tagging } from '../annotation/tagging';
import { AnnotationActions, annotationsAmong } from '../annotationsView/actions';
import { AnnotationsTree } from '../annotationsView/annotationsTree';
import type { AnnotationNode, GroupNode, Node } from '../annotationsView/nodes';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { followIndexes } from '../corpusTree/followIndexes';
import { rowsMeant } from '../corpusTree/rowsMeant';
import type { LateTree } from '../start/lateTree';
import type { Log } from '../support/log';

const groupingKey = 'pressmark.annotationGrouping';

/** The tree of all annotations of the corpus: by code, release, author or state, with what can be done with them. */
export function registerAnnotationsView(
  late: LateTree<Node>,
  indexes: CorpusIndexes,
  annotations: AnnotatedReleases,
  tagging: Tagging,
  picker: CodePicker,
  memory: vscode.Memento,
  log: Log,
): vscode.Disposable {
  const tree = new AnnotationsTree(indexes, memory.get<AnnotationGrouping>(groupingKey, 'code'));
  const actions = new AnnotationActions(annotations, tagging, picker);
  const { view } = late;
  const describe = (): void => {
    view.description = [groupingName(tree.grouping), tree.filter].filter(Boolean).join(' · ');
  };
  describe();
  const command = (
    name: string,
    run: (node: Node | undefined, selected: readonly Node[] | undefined) => Promise<unknown>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(
      `pressmark.${name}`,
      (node: Node | undefined, selected: readonly Node[] | undefined) =>
        log.guard('working on annotations of the corpus', () => run(node, selected)),
    );

  /** Of a menu the row it was opened on, or all selected ones with it; a key names no row. */
  const meant = async (node?: Node, selected?: readonly Node[]): Promise<AnnotationNode[]> =>
    annotationsAmong(node, node ? selected : await rowsMeant(view));

  return vscode.Disposable.from(
    tree,
    late.fillWith(tree),
    followIndexes(view, () => tree.refresh(), indexes, log),
    command('moreAnnotations', async (node) => {
      if (node?.kind === 'more') tree.showMore(node.of);
    }),
    command('groupAnnotations', async () => {
      const picked = await vscode.window.showQuickPick(
        annotationGroupings.map((by) => ({ label: groupingName(by), by })),
        { title: vscode.l10n.t('Group Annotations') },
      );
      if (!picked) return;
      tree.grouping = picked.by;
      describe();
      await memory.update(groupingKey, picked.by);
    }),
    command('filterAnnotations', async () => {
      const filter = await vscode.window.showInputBox({
        title: vscode.l10n.t('Show Only Annotations With'),
        value: tree.filter,
        prompt: vscode.l10n.t(
          'Words of code, author, state, entity, headline, date or file; empty shows all.',
        ),
      });
      if (filter === undefined) return;
      tree.filter = filter.trim();
      describe();
    }),
    command('showIndexedAnnotation', async (node) => {
      const [annotation] = await meant(node);
      if (annotation) await actions.show(annotation);
    }),
    command('retagIndexedAnnotation', async (node, selected) => {
      await actions.retag(await meant(node, selected));
    }),
    command('deleteIndexedAnnotations', async (node, selected) => {
      await actions.remove(await meant(node, selected));
    }),
  );
}

function groupingName(by: GroupNode['by']): string {
  const names = {
    code: vscode.l10n.t('by code'),
    release: vscode.l10n.t('by release'),
    author: vscode.l10n.t('by author'),
    state: vscode.l10n.t('by state'),
  };
  return names[by];
}
