import * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import { editCodebook } from '../../core/annotation/codebookEdit';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import { codeNamed } from '../../core/annotation/newCode';
import { countCode, replaceCode } from '../../core/annotation/replaceCode';
import { readSidecar } from '../../core/annotation/sidecar';
import { splitCode } from '../../core/annotation/splitCode';
import { sidecarSuffix } from '../../core/corpus/project';
import type { Tagging } from '../annotation/tagging';
import type { CodebookChanges } from '../corpus/codebookChanges';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { sidecarFiles } from '../corpus/corpusFiles';
import type { Rewrite } from '../corpus/rewriteFiles';
import { rewriteOf } from '../corpus/rewriteFiles';
import { annotationsCounted } from '../support/counted';
import type { Log } from '../support/log';
import { fileName, readText } from '../support/textFiles';
import { activeCorpus, meantCode, subtree } from './meantCode';

/** What a command may be given besides the code, so that it asks nothing. */
interface Given {
  /** The code to merge into. */
  readonly into?: string;
  /** The name of the code split off, and ids of the annotations that get it. */
  readonly name?: string;
  readonly ids?: readonly string[];
}

/** One annotation of the corpus that carries the code. */
interface Use extends vscode.QuickPickItem {
  readonly id: string;
  readonly uri: vscode.Uri;
}

/**
 * Changes of the codebook that concern annotations: merging, splitting and deleting codes. Each changes `codebook.yaml` and every
 * sidecar of the corpus in one step, which is shown before and can be taken back.
 */
export function registerCodeCorpusCommands(
  corpora: Corpora,
  changes: CodebookChanges,
  tagging: Tagging,
  log: Log,
): vscode.Disposable {
  const command = (
    id: string,
    run: (corpus: Corpus, code: Code, given: Given) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (argument?: unknown) =>
      log.guard(`running “${id}”`, () =>
        tagging.returning(argument, async () => {
          const corpus = await activeCorpus(corpora, tagging);
          const code = corpus && (await meantCode(corpus, argument));
          if (corpus && code) await run(corpus, code, (argument ?? {}) as Given);
        }),
      ),
    );

  /** Changes the codebook and the sidecars in one step; `count` annotations are concerned. */
  const carryOut = async (rewrites: readonly Rewrite[], count: number, label: string): Promise<void> => {
    if (await changes.carryOut(rewrites, { label, preview: count > 0 })) tagging.say(label);
  };

  const sidecarRewrites = async (
    corpus: Corpus,
    change: (source: string, uri: vscode.Uri) => string,
  ): Promise<readonly Rewrite[]> => {
    const rewrites: Rewrite[] = [];
    for (const uri of await sidecarFiles(corpus, corpora)) {
      const [rewrite] = await rewriteOf(uri, (source) => change(source, uri));
      if (rewrite && rewrite.before !== rewrite.after) rewrites.push(rewrite);
    }
    return rewrites;
  };

  /** Takes a code out of the codebook, and puts another, or none, in its place in every sidecar; its subcodes move up. */
  async function replaceEverywhere(corpus: Corpus, code: Code, to: string | undefined): Promise<void> {
    const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(code));
    const heirs = to ?? parent?.id;
    const edits: CodebookEdit[] = [
      ...code.codes.map(({ id }): CodebookEdit => ({
        kind: 'move',
        id,
        ...(heirs === undefined ? {} : { parent: heirs }),
      })),
      { kind: 'remove', id: code.id },
    ];
    const book = await rewriteOf(corpus.codebookUri, (source) => editCodebook(source, edits));
    const sidecars = await sidecarRewrites(corpus, (source) => replaceCode(source, code.id, to));
    const count = sidecars.reduce((sum, { before }) => sum + countCode(before, code.id), 0);
    const label =
      to === undefined
        ? vscode.l10n.t('Delete code {0}: {1}', code.name, annotationsCounted(count))
        : vscode.l10n.t(
            'Merge code {0} into {1}: {2}',
            code.name,
            corpus.codes.get(to)?.name ?? to,
            annotationsCounted(count),
          );
    await carryOut([...book, ...sidecars], count, label);
  }

  return vscode.Disposable.from(
    command('mergeCode', async (corpus, code, { into }) => {
      const others = [...corpus.codes.values()].filter(({ id }) => !subtree(code).some((c) => c.id === id));
      const target = into
        ? others.find(({ id }) => id === into)
        : await vscode.window.showQuickPick(
            others.map(({ id, name }) => ({ label: name, description: id, id })),
            { title: vscode.l10n.t('Merge “{0}” Into', code.name), ignoreFocusOut: true },
          );
      if (target) await replaceEverywhere(corpus, code, target.id);
    }),
    command('deleteCode', (corpus, code) => replaceEverywhere(corpus, code, undefined)),
    command('splitCode', async (corpus, code, given) => {
      const name = (
        given.name ??
        (await vscode.window.showInputBox({
          title: vscode.l10n.t('Split “{0}”', code.name),
          prompt: vscode.l10n.t('Name of the new code beside it; its passages are chosen next.'),
          ignoreFocusOut: true,
        }))
      )?.trim();
      if (!name) return;
      const uses = await usesOf(corpus, corpora, code.id);
      const chosen = given.ids
        ? uses.filter(({ id }) => given.ids!.includes(id))
        : await vscode.window.showQuickPick(uses, {
            title: vscode.l10n.t('Passages That Become “{0}”', name),
            placeHolder: vscode.l10n.t('Tick what moves; the others stay with “{0}”', code.name),
            canPickMany: true,
            matchOnDescription: true,
            ignoreFocusOut: true,
          });
      if (!chosen) return;
      const made = codeNamed(name, [...corpus.codes.values()]);
      const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(code));
      const index = (parent?.codes ?? corpus.codebook?.codes ?? []).indexOf(code) + 1;
      const edit: CodebookEdit = {
        kind: 'add',
        code: made,
        index,
        ...(parent === undefined ? {} : { parent: parent.id }),
      };
      const book = await rewriteOf(corpus.codebookUri, (source) => editCodebook(source, [edit]));
      const sidecars = await sidecarRewrites(corpus, (source, uri) => {
        const ids = chosen.filter((use) => use.uri.toString() === uri.toString()).map(({ id }) => id);
        return splitCode(source, code.id, made.id, new Set(ids));
      });
      const label = vscode.l10n.t(
        'Split {0} from {1}: {2}',
        name,
        code.name,
        annotationsCounted(chosen.length),
      );
      await carryOut([...book, ...sidecars], chosen.length, label);
    }),
    vscode.commands.registerCommand('pressmark.undoCodebookChange', () =>
      log.guard('undoing a change of the codebook', async () => {
        const undone = await changes.undo();
        if (!undone) tagging.say(vscode.l10n.t('No change of the codebook to undo.'));
        else if (undone.left === 0) tagging.say(vscode.l10n.t('Undone: {0}', undone.label));
        else
          void vscode.window.showWarningMessage(
            undone.left === 1
              ? vscode.l10n.t('Undone: {0}. 1 file has changed since and stays as it is.', undone.label)
              : vscode.l10n.t(
                  'Undone: {0}. {1} files have changed since and stay as they are.',
                  undone.label,
                  undone.left,
                ),
          );
      }),
    ),
  );
}

/** Every annotation of the corpus that carries a code. */
async function usesOf(corpus: Corpus, corpora: Corpora, code: string): Promise<readonly Use[]> {
  const uses: Use[] = [];
  for (const uri of await sidecarFiles(corpus, corpora)) {
    const source = (await readText(uri)) ?? '';
    if (!source.includes(code)) continue;
    for (const { id, codes, target } of readSidecar(source).sidecar?.annotations ?? []) {
      if (!codes.includes(code)) continue;
      const label = target.map(({ quote }) => quote.replace(/\s+/g, ' ')).join(' … ');
      uses.push({ id, uri, label, description: fileName(uri).slice(0, -sidecarSuffix.length) });
    }
  }
  return uses;
}
