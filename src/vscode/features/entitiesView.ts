import * as vscode from 'vscode';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { followIndexes } from '../corpusTree/followIndexes';
import { rowsMeant } from '../corpusTree/rowsMeant';
import { EntitiesTree } from '../entitiesView/entitiesTree';
import type { Node } from '../entitiesView/nodes';
import type { LateTree } from '../start/lateTree';
import type { Log } from '../support/log';
import { definitionOf } from './entityNavigation';

/** The tree of who and what the corpus speaks of: by type, by frequency, down to each mention in its context. */
export function registerEntitiesView(
  late: LateTree<Node>,
  indexes: CorpusIndexes,
  log: Log,
): vscode.Disposable {
  const tree = new EntitiesTree(indexes);
  const { view } = late;
  const command = (name: string, run: (node: Node | undefined) => Promise<void> | void): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${name}`, (node: Node | undefined) =>
      log.guard('working on entities of the corpus', async () => run(node)),
    );
  return vscode.Disposable.from(
    tree,
    late.fillWith(tree),
    followIndexes(view, () => tree.refresh(), indexes, log),
    command('moreEntities', (node) => {
      if (node?.kind === 'more') tree.showMore(node.of);
    }),
    command('filterEntities', async () => {
      const filter = await vscode.window.showInputBox({
        title: vscode.l10n.t('Show Only Entities Whose Name Holds'),
        value: tree.filter,
        prompt: vscode.l10n.t('Empty shows all.'),
      });
      if (filter === undefined) return;
      tree.filter = filter.trim();
      view.description = tree.filter || undefined;
    }),
    command('openListedEntityPage', async (row) => {
      const node = row ?? (await rowsMeant(view))[0];
      if (node?.kind === 'subject') await vscode.commands.executeCommand('pressmark.openEntityPage', node);
    }),
    command('openEntity', async (row) => {
      const node = row ?? (await rowsMeant(view))[0];
      if (node?.kind !== 'subject') return;
      const where = await definitionOf(node.subject.subject, node.index.corpus);
      if (where) await vscode.window.showTextDocument(where.uri, { selection: where.range, preview: true });
    }),
    command('pauseIndexing', () => indexes.pauseOrResume()),
  );
}
