import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';

/** The commands on passages, for the palette, keys, menus and the links of hovers. */
export function registerTaggingCommands(
  tagging: Tagging,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  log: Log,
): vscode.Disposable {
  const command = (id: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (argument?: unknown) =>
      log.guard(`running “${id}”`, () => run(argument)),
    );

  const meant = async (id: unknown): Promise<string | undefined> => {
    const found = typeof id === 'string' ? id : (await tagging.current())?.annotation.id;
    if (!found) tagging.say(vscode.l10n.t('No annotation here. Put the cursor into a tagged passage.'));
    return found;
  };

  const step = async (direction: 1 | -1): Promise<void> => {
    const editor = tagging.editor();
    const release = editor && (await annotations.of(editor.document));
    if (!editor || !release) return;
    const stops = release.passages.filter(({ spans }) => spans.length > 0);
    const cursor = editor.document.offsetAt(editor.selection.start);
    const next = stops.find(({ spans }) => spans[0]!.start > cursor) ?? stops[0];
    const previous = stops.findLast(({ spans }) => spans[0]!.start < cursor) ?? stops.at(-1);
    const stop = direction > 0 ? next : previous;
    if (stop) await tagging.reveal(stop.annotation.id);
    else tagging.say(vscode.l10n.t('No annotation in this release yet.'));
  };

  return vscode.Disposable.from(
    command('tagSelection', async () => {
      const codes = await pickCodes(tagging, corpora);
      if (codes) await tagging.tag(codes);
    }),
    command('tagWithKey', async (argument) => {
      const editor = tagging.editor();
      const key = (argument as { key?: unknown } | undefined)?.key;
      if (!editor || typeof key !== 'string') return;
      const { codes } = await corpora.of(editor.document.uri);
      const code = [...codes.values()].find((candidate) => candidate.key === key);
      if (code) await tagging.tag([code.id]);
      else tagging.say(vscode.l10n.t('No code has the key {0}.', key));
    }),
    command('tagWithCode', async (id) => {
      if (typeof id === 'string') await tagging.tag([id]);
    }),
    command('repeatLastCode', () => tagging.repeat()),
    command('editNote', async (argument) => {
      const id = await meant(argument);
      const editor = tagging.editor();
      const release = id && editor ? await annotations.of(editor.document) : undefined;
      const passage = release?.passages.find(({ annotation }) => annotation.id === id);
      if (!id || !passage) return;
      const note = await vscode.window.showInputBox({
        title: vscode.l10n.t('Note'),
        prompt: vscode.l10n.t('Empty takes the note away.'),
        value: passage.annotation.note ?? '',
      });
      if (note !== undefined) await tagging.setNote(id, note);
    }),
    command('deleteAnnotation', async (argument) => {
      const id = await meant(argument);
      if (id) await tagging.remove([id]);
    }),
    command('revealAnnotation', async (argument) => {
      const id = await meant(argument);
      if (id) await tagging.reveal(id);
    }),
    command('nextAnnotation', () => step(1)),
    command('previousAnnotation', () => step(-1)),
    command('undo', () => tagging.undo()),
    command('redo', () => tagging.redo()),
    command('openSidecar', async () => {
      const editor = tagging.editor();
      const release = editor && (await annotations.of(editor.document));
      if (!release) return;
      if (await release.hasSidecar())
        await vscode.window.showTextDocument(release.sidecarUri, { preview: true });
      else tagging.say(vscode.l10n.t('No sidecar yet: it is written with the first annotation.'));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isRelease(textEditor.document)) {
        void log.guard('following the cursor', async () =>
          vscode.commands.executeCommand(
            'setContext',
            'pressmark.onAnnotation',
            (await tagging.current()) !== undefined,
          ),
        );
      }
    }),
  );
}

interface CodeItem extends vscode.QuickPickItem {
  readonly code: string;
}

/** Lets the person type to find a code; several can be ticked, and a code's key chooses it at once. */
async function pickCodes(tagging: Tagging, corpora: Corpora): Promise<readonly string[] | undefined> {
  const editor = tagging.editor();
  if (!editor) return undefined;
  if (tagging.selectedSpans(editor).length === 0 && !(await tagging.current())) {
    tagging.say(vscode.l10n.t('Select a passage first, then tag it.'));
    return undefined;
  }
  const corpus = await corpora.of(editor.document.uri);
  if (corpus.codes.size === 0) {
    await vscode.commands.executeCommand('pressmark.createCodebook');
    return undefined;
  }
  const keys = new Map<string, string>();
  const items: CodeItem[] = [];
  for (const code of corpus.codes.values()) {
    if (code.retired) continue;
    if (code.key) keys.set(code.key, code.id);
    items.push({
      code: code.id,
      label: code.name,
      ...(code.key ? { description: code.key } : {}),
      ...(code.definition ? { detail: code.definition } : {}),
    });
  }
  return new Promise((resolve) => {
    const picker = vscode.window.createQuickPick<CodeItem>();
    picker.title = vscode.l10n.t('Tag Passage');
    picker.placeholder = vscode.l10n.t('A code’s key, or part of its name');
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.items = items;
    const finish = (codes: readonly string[] | undefined): void => {
      resolve(codes);
      picker.dispose();
    };
    picker.onDidChangeValue((value) => {
      const byKey = value.length === 1 ? keys.get(value) : undefined;
      if (byKey) finish([byKey]);
    });
    picker.onDidAccept(() => finish(picker.activeItems.map(({ code }) => code).slice(0, 1)));
    picker.onDidHide(() => finish(undefined));
    picker.show();
  });
}
