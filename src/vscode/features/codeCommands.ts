import * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import { editCodebook } from '../../core/annotation/codebookEdit';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import { namedColors } from '../../core/annotation/codeColors';
import { codeNamed } from '../../core/annotation/newCode';
import { countCode, replaceCode } from '../../core/annotation/replaceCode';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { sidecarFiles } from '../corpus/corpusFiles';
import type { Rewrite } from '../corpus/rewriteFiles';
import { rewriteFiles, rewriteOf } from '../corpus/rewriteFiles';
import type { Log } from '../support/log';
import { readText } from '../support/textFiles';

/**
 * Changes of the codebook, from the panel's context menu, its keys and the palette. Each writes `codebook.yaml` with its
 * comments kept; those that concern annotations change every sidecar of the corpus in the same step, after a preview.
 */
export function registerCodeCommands(corpora: Corpora, tagging: Tagging, log: Log): vscode.Disposable {
  const command = (
    id: string,
    run: (corpus: Corpus, code: Code) => Promise<void>,
    choose: (corpus: Corpus, argument: unknown) => Promise<Code | undefined> = meantCode,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (argument?: unknown) =>
      log.guard(`running “${id}”`, async () => {
        const corpus = await activeCorpus(corpora, tagging);
        const code = corpus && (await choose(corpus, argument));
        if (corpus && code) await run(corpus, code);
      }),
    );

  const edit = async (corpus: Corpus, label: string, edits: readonly CodebookEdit[]): Promise<void> => {
    const rewrites = await rewriteOf(corpus.codebookUri, (source) => editCodebook(source, edits));
    if (await rewriteFiles(rewrites, { label, preview: false })) tagging.say(label);
  };

  const ask = async (title: string, value: string, prompt?: string): Promise<string | undefined> =>
    // The panel takes the focus back after its context menu; that must not close the question.
    (
      await vscode.window.showInputBox({ title, value, ignoreFocusOut: true, ...(prompt ? { prompt } : {}) })
    )?.trim();

  return vscode.Disposable.from(
    command('renameCode', async (corpus, code) => {
      const name = await ask(vscode.l10n.t('Rename “{0}”', code.name), code.name);
      if (!name || name === code.name) return;
      await edit(corpus, vscode.l10n.t('Renamed to {0}.', name), [
        { kind: 'set', id: code.id, field: 'name', value: name },
      ]);
    }),
    command('defineCode', async (corpus, code) => {
      const definition = await ask(vscode.l10n.t('Definition of “{0}”', code.name), code.definition ?? '');
      if (definition === undefined) return;
      await edit(corpus, vscode.l10n.t('Definition saved.'), [
        { kind: 'set', id: code.id, field: 'definition', value: definition || undefined },
      ]);
    }),
    command('recolorCode', async (corpus, code) => {
      const color = await pickColor(code);
      if (!color) return;
      await edit(corpus, vscode.l10n.t('Colour changed.'), [
        { kind: 'set', id: code.id, field: 'color', value: color },
      ]);
    }),
    command('setCodeKey', async (corpus, code) => {
      const key = await vscode.window.showInputBox({
        title: vscode.l10n.t('Key of “{0}”', code.name),
        prompt: vscode.l10n.t('One letter or digit; empty takes the key away.'),
        value: code.key ?? '',
        ignoreFocusOut: true,
        validateInput: (value) => keyProblem(value.trim(), code, corpus),
      });
      if (key === undefined) return;
      const value = /^\d$/.test(key.trim()) ? Number(key) : key.trim() || undefined;
      await edit(corpus, vscode.l10n.t('Key saved.'), [{ kind: 'set', id: code.id, field: 'key', value }]);
    }),
    command('addSubcode', async (corpus, code) => {
      const name = await ask(vscode.l10n.t('New Code Under “{0}”', code.name), '');
      if (!name) return;
      const added = codeNamed(name, [...corpus.codes.values()]);
      await edit(corpus, vscode.l10n.t('{0} added.', name), [{ kind: 'add', code: added, parent: code.id }]);
    }),
    command('retireCode', async (corpus, code) => {
      const label = code.retired
        ? vscode.l10n.t('{0} is in use again.', code.name)
        : vscode.l10n.t('{0} is retired: kept where it is used, no longer offered.', code.name);
      await edit(corpus, label, [
        { kind: 'set', id: code.id, field: 'retired', value: code.retired ? undefined : true },
      ]);
    }),
    command('moveCodeUp', (corpus, code) => shift(corpus, code, -1)),
    command('moveCodeDown', (corpus, code) => shift(corpus, code, 1)),
    command('moveCode', async (corpus, code) => {
      const within = new Set(subtree(code).map(({ id }) => id));
      const top = { label: vscode.l10n.t('(top of the codebook)'), parent: undefined };
      const places = [...corpus.codes.values()].filter(({ id }) => !within.has(id));
      const place = await vscode.window.showQuickPick(
        [top, ...places.map(({ id, name }) => ({ label: name, description: id, parent: id }))],
        { title: vscode.l10n.t('Move “{0}” Under', code.name), ignoreFocusOut: true },
      );
      if (!place) return;
      await edit(corpus, vscode.l10n.t('{0} moved.', code.name), [
        { kind: 'move', id: code.id, ...(place.parent === undefined ? {} : { parent: place.parent }) },
      ]);
    }),
    vscode.commands.registerCommand('pressmark.dropCode', (drop: DroppedCode) =>
      log.guard('moving a code', async () => {
        const corpus = await activeCorpus(corpora, tagging);
        const move = corpus && moveOf(corpus, drop);
        if (corpus && move) await edit(corpus, vscode.l10n.t('Code moved.'), [move]);
      }),
    ),
    command('mergeCode', async (corpus, code) => {
      const others = [...corpus.codes.values()].filter(({ id }) => !subtree(code).some((c) => c.id === id));
      const target = await vscode.window.showQuickPick(
        others.map(({ id, name }) => ({ label: name, description: id, id })),
        { title: vscode.l10n.t('Merge “{0}” Into', code.name), ignoreFocusOut: true },
      );
      if (target) await replaceEverywhere(corpus, code, target.id);
    }),
    command('deleteCode', (corpus, code) => replaceEverywhere(corpus, code, undefined)),
    command('showCodeInCodebook', async (corpus, code) => {
      const source = (await readText(corpus.codebookUri)) ?? '';
      const editor = await vscode.window.showTextDocument(corpus.codebookUri, { preview: true });
      const at = source.search(new RegExp(`\\bid:\\s*["']?${code.id}\\b`));
      const position = editor.document.positionAt(Math.max(0, at));
      editor.selection = new vscode.Selection(position, position);
      editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenter);
    }),
  );

  async function shift(corpus: Corpus, code: Code, by: 1 | -1): Promise<void> {
    const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(code));
    const siblings = parent?.codes ?? corpus.codebook?.codes ?? [];
    const index = siblings.indexOf(code) + by;
    if (index < 0 || index >= siblings.length) return;
    await edit(corpus, vscode.l10n.t('{0} moved.', code.name), [
      { kind: 'move', id: code.id, index, ...(parent ? { parent: parent.id } : {}) },
    ]);
  }

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
    const rewrites: Rewrite[] = [
      ...(await rewriteOf(corpus.codebookUri, (source) => editCodebook(source, edits))),
    ];
    let count = 0;
    for (const uri of await sidecarFiles(corpus, corpora)) {
      const [rewrite] = await rewriteOf(uri, (source) => replaceCode(source, code.id, to));
      if (!rewrite || rewrite.before === rewrite.after) continue;
      rewrites.push(rewrite);
      count += countCode(rewrite.before, code.id);
    }
    const label =
      to === undefined
        ? vscode.l10n.t('Delete code {0}: {1} annotations', code.name, count)
        : vscode.l10n.t(
            'Merge code {0} into {1}: {2} annotations',
            code.name,
            corpus.codes.get(to)?.name ?? to,
            count,
          );
    if (await rewriteFiles(rewrites, { label, preview: count > 0 })) tagging.say(label);
  }
}

interface DroppedCode {
  readonly code: string;
  readonly onto: string;
  readonly where: 'before' | 'inside' | 'after';
}

/** The move that a drop means; undefined where a code would come below itself. */
function moveOf(corpus: Corpus, { code, onto, where }: DroppedCode): CodebookEdit | undefined {
  const moved = corpus.codes.get(code);
  const target = corpus.codes.get(onto);
  if (!moved || !target || subtree(moved).includes(target)) return undefined;
  if (where === 'inside') return { kind: 'move', id: code, parent: onto };
  const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(target));
  const siblings = (parent?.codes ?? corpus.codebook?.codes ?? []).filter(({ id }) => id !== code);
  const index = siblings.indexOf(target) + (where === 'after' ? 1 : 0);
  return { kind: 'move', id: code, index, ...(parent ? { parent: parent.id } : {}) };
}

async function activeCorpus(corpora: Corpora, tagging: Tagging): Promise<Corpus | undefined> {
  const uri = tagging.editor()?.document.uri ?? vscode.window.activeTextEditor?.document.uri;
  return uri && corpora.of(uri);
}

/** The code that a context menu names, or one that the person picks. */
async function meantCode(corpus: Corpus, argument: unknown): Promise<Code | undefined> {
  const named = (argument as { code?: unknown } | undefined)?.code;
  if (typeof named === 'string') return corpus.codes.get(named);
  const picked = await vscode.window.showQuickPick(
    [...corpus.codes.values()].map((code) => ({ label: code.name, description: code.id, code })),
    { title: vscode.l10n.t('Which Code?'), matchOnDescription: true },
  );
  return picked?.code;
}

function subtree(code: Code): readonly Code[] {
  return [code, ...code.codes.flatMap(subtree)];
}

function keyProblem(key: string, code: Code, corpus: Corpus): string | undefined {
  if (key === '') return undefined;
  if (!/^[a-z0-9]$/i.test(key)) return vscode.l10n.t('One letter or digit.');
  const other = [...corpus.codes.values()].find(
    (candidate) => candidate.key === key && candidate.id !== code.id,
  );
  return other && vscode.l10n.t('{0} has this key.', other.name);
}

async function pickColor(code: Code): Promise<string | undefined> {
  const own = { label: vscode.l10n.t('Another colour…'), color: undefined };
  const picked = await vscode.window.showQuickPick(
    [
      ...namedColors.map(({ name, color }) => ({
        label: name,
        description: color === code.color ? vscode.l10n.t('now') : color,
        iconPath: colorIcon(color),
        color,
      })),
      own,
    ],
    { title: vscode.l10n.t('Colour of “{0}”', code.name), ignoreFocusOut: true },
  );
  if (!picked) return undefined;
  if (picked.color) return picked.color;
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Colour of “{0}”', code.name),
    value: code.color ?? '#',
    validateInput: (value) =>
      /^#[0-9a-f]{6}$/i.test(value)
        ? undefined
        : vscode.l10n.t('Six hexadecimal digits after #, as in #1d4ed8.'),
  });
}

function colorIcon(color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="${color}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
