import * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import { editCodebook } from '../../core/annotation/codebookEdit';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import { namedColors } from '../../core/annotation/codeColors';
import { codeNamed } from '../../core/annotation/newCode';
import type { Tagging } from '../annotation/tagging';
import { elsewhere } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import type { CodebookChanges } from '../corpus/codebookChanges';
import { rewriteOf } from '../corpus/rewriteFiles';
import { showInCodebook } from '../navigation/showInCodebook';
import type { Log } from '../support/log';
import { activeCorpus, meantCode, subtree } from './meantCode';

/**
 * Changes of the codebook alone, from the panel's context menu, its keys and the palette. Each writes `codebook.yaml` with its
 * comments kept. An argument `{code, value}` answers what else is asked.
 */
export function registerCodeCommands(
  corpora: Corpora,
  changes: CodebookChanges,
  tagging: Tagging,
  log: Log,
): vscode.Disposable {
  const command = (
    id: string,
    run: (corpus: Corpus, code: Code, given: string | undefined) => Promise<unknown>,
  ): vscode.Disposable =>
    register(id, async (corpus, argument) => {
      const code = await meantCode(corpus, argument);
      return code && run(corpus, code, givenValue(argument));
    });

  const register = (
    id: string,
    run: (corpus: Corpus, argument: unknown) => Promise<unknown>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (argument?: unknown) =>
      log.guard(`running “${id}”`, () =>
        tagging.returning(argument, async () => {
          const corpus = await activeCorpus(corpora, tagging);
          return corpus && run(corpus, argument);
        }),
      ),
    );

  const edit = async (corpus: Corpus, label: string, edits: readonly CodebookEdit[]): Promise<void> => {
    const rewrites = await rewriteOf(corpus.codebookUri, (source) => editCodebook(source, edits));
    if (await changes.carryOut(rewrites, { label, preview: false })) tagging.say(label);
  };

  const ask = async (title: string, value: string, prompt?: string): Promise<string | undefined> =>
    // The panel takes the focus back after its context menu; that must not close the question.
    (
      await vscode.window.showInputBox({ title, value, ignoreFocusOut: true, ...(prompt ? { prompt } : {}) })
    )?.trim();

  return vscode.Disposable.from(
    command('renameCode', async (corpus, code, given) => {
      const name = given ?? (await ask(vscode.l10n.t('Rename “{0}”', code.name), code.name));
      if (!name || name === code.name) return;
      await edit(corpus, vscode.l10n.t('Renamed to {0}.', name), [
        { kind: 'set', id: code.id, field: 'name', value: name },
      ]);
    }),
    command('defineCode', async (corpus, code, given) => {
      // A box has one line; accepted, it would make one of all.
      if (given === undefined && code.definition?.includes('\n')) {
        await showInCodebook(corpus, code.id);
        return elsewhere;
      }
      const definition =
        given ?? (await ask(vscode.l10n.t('Definition of “{0}”', code.name), code.definition ?? ''));
      if (definition === undefined) return;
      await edit(corpus, vscode.l10n.t('Definition saved.'), [
        { kind: 'set', id: code.id, field: 'definition', value: definition || undefined },
      ]);
    }),
    command('recolorCode', async (corpus, code, given) => {
      const color = given ?? (await pickColor(code));
      if (!color) return;
      await edit(corpus, vscode.l10n.t('Colour changed.'), [
        { kind: 'set', id: code.id, field: 'color', value: color },
      ]);
    }),
    command('setCodeKey', async (corpus, code, given) => {
      const key =
        given ??
        (await vscode.window.showInputBox({
          title: vscode.l10n.t('Key of “{0}”', code.name),
          prompt: vscode.l10n.t('One letter or digit; empty takes the key away.'),
          value: code.key ?? '',
          ignoreFocusOut: true,
          validateInput: (value) => keyProblem(value.trim(), code, corpus),
        }));
      if (key === undefined) return;
      const value = /^\d$/.test(key.trim()) ? Number(key) : key.trim() || undefined;
      await edit(corpus, vscode.l10n.t('Key saved.'), [{ kind: 'set', id: code.id, field: 'key', value }]);
    }),
    command('addSubcode', async (corpus, code, given) => {
      const name = given ?? (await ask(vscode.l10n.t('New Code Under “{0}”', code.name), ''));
      if (!name) return;
      const added = codeNamed(name, [...corpus.codes.values()]);
      await edit(corpus, vscode.l10n.t('{0} added.', name), [{ kind: 'add', code: added, parent: code.id }]);
    }),
    register('addCode', async (corpus, argument) => {
      if (corpus.codebookState !== 'ready') return;
      const name = givenValue(argument) ?? (await ask(vscode.l10n.t('New Code'), ''));
      if (!name) return;
      const added = codeNamed(name, [...corpus.codes.values()]);
      await edit(corpus, vscode.l10n.t('{0} added.', name), [{ kind: 'add', code: added }]);
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
    command('moveCode', async (corpus, code, given) => {
      const within = new Set(subtree(code).map(({ id }) => id));
      const top = { label: vscode.l10n.t('(top of the codebook)'), parent: undefined };
      const places = [...corpus.codes.values()].filter(({ id }) => !within.has(id));
      const place =
        given !== undefined
          ? { parent: given || undefined }
          : await vscode.window.showQuickPick(
              [top, ...places.map(({ id, name }) => ({ label: name, description: id, parent: id }))],
              { title: vscode.l10n.t('Move “{0}” Under', code.name), ignoreFocusOut: true },
            );
      if (!place) return;
      await edit(corpus, vscode.l10n.t('{0} moved.', code.name), [
        { kind: 'move', id: code.id, ...(place.parent === undefined ? {} : { parent: place.parent }) },
      ]);
    }),
    register('dropCode', async (corpus, argument) => {
      const drop = argument as DroppedCode;
      const move = moveOf(corpus, drop);
      const name = corpus.codes.get(drop.code)?.name ?? drop.code;
      if (move) await edit(corpus, saidOfMove(corpus, name, drop, move.parent), [move]);
    }),
    command('showCodeInCodebook', async (corpus, { id }) => {
      await showInCodebook(corpus, id);
      return elsewhere;
    }),
  );

  async function shift(corpus: Corpus, code: Code, by: 1 | -1): Promise<void> {
    const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(code));
    const siblings = parent?.codes ?? corpus.codebook?.codes ?? [];
    const index = siblings.indexOf(code) + by;
    if (index < 0 || index >= siblings.length)
      return tagging.say(vscode.l10n.t('{0} can’t be moved further.', code.name));
    await edit(corpus, vscode.l10n.t('{0} moved.', code.name), [
      { kind: 'move', id: code.id, index, ...(parent ? { parent: parent.id } : {}) },
    ]);
  }
}

interface DroppedCode {
  readonly code: string;
  readonly onto: string;
  readonly where: 'before' | 'inside' | 'after';
}

/** Where it is now, if that is below another code than before. */
function saidOfMove(corpus: Corpus, name: string, { code }: DroppedCode, parent: string | undefined): string {
  const before = [...corpus.codes.values()].find(({ codes }) => codes.some(({ id }) => id === code));
  if (before?.id === parent) return vscode.l10n.t('{0} moved.', name);
  return parent === undefined
    ? vscode.l10n.t('{0} is on the top level now.', name)
    : vscode.l10n.t('{0} is below {1} now.', name, corpus.codes.get(parent)?.name ?? parent);
}

/** The move that a drop means; undefined where a code would come below itself. */
function moveOf(
  corpus: Corpus,
  { code, onto, where }: DroppedCode,
): (CodebookEdit & { kind: 'move' }) | undefined {
  const moved = corpus.codes.get(code);
  const target = corpus.codes.get(onto);
  if (!moved || !target || subtree(moved).includes(target)) return undefined;
  if (where === 'inside') return { kind: 'move', id: code, parent: onto };
  const parent = [...corpus.codes.values()].find(({ codes }) => codes.includes(target));
  const siblings = (parent?.codes ?? corpus.codebook?.codes ?? []).filter(({ id }) => id !== code);
  const index = siblings.indexOf(target) + (where === 'after' ? 1 : 0);
  return { kind: 'move', id: code, index, ...(parent ? { parent: parent.id } : {}) };
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
    ignoreFocusOut: true,
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

/** What an argument says besides the code. */
function givenValue(argument: unknown): string | undefined {
  const value = (argument as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' ? value.trim() : undefined;
}
