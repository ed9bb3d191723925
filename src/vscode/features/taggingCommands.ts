import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { CodePicker } from '../annotation/codePicker';
import { NoteBox } from '../annotation/noteBox';
import type { Tagging } from '../annotation/tagging';
import { isFromPanel } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { ContextKey } from '../support/contextKey';
import { isRelease } from '../support/languages';
import { registerKeyCommand } from '../support/keyCommand';
import { registerQuestion, registerTypeAhead } from '../support/typeAhead';
import type { Log } from '../support/log';

/** The commands on passages, for the palette, keys, menus and the links of hovers. */
export function registerTaggingCommands(
  tagging: Tagging,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  picker: CodePicker,
  log: Log,
): vscode.Disposable {
  const command = (id: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
    registerKeyCommand(id, (argument) => log.guard(`running “${id}”`, () => run(argument)));

  const question = (id: string, run: (argument: unknown) => Promise<void>): vscode.Disposable =>
    registerQuestion(id, (argument) => log.guard(`running “${id}”`, () => run(argument)));

  const notes = new NoteBox();

  const meant = async (given: unknown): Promise<string | undefined> => {
    const found = idOf(given) ?? (await tagging.turns.take(() => tagging.current()))?.annotation.id;
    if (!found) tagging.say(vscode.l10n.t('No annotation here. Put the cursor into a tagged passage.'));
    return found;
  };

  const step = (direction: 1 | -1, from?: unknown): Promise<void> =>
    tagging.turns.take(() => stepNow(direction, from));

  const stepNow = async (direction: 1 | -1, from: unknown): Promise<void> => {
    const editor = tagging.editor();
    const release = editor && (await annotations.of(editor.document));
    if (!editor || !release) return;
    const stops = release.passages.filter(({ spans }) => spans.length > 0);
    const given = stops.find(({ annotation }) => annotation.id === from)?.spans[0]?.start;
    const cursor = given ?? editor.document.offsetAt(editor.selection.start);
    const next = stops.find(({ spans }) => spans[0]!.start > cursor) ?? stops[0];
    const previous = stops.findLast(({ spans }) => spans[0]!.start < cursor) ?? stops.at(-1);
    const stop = direction > 0 ? next : previous;
    if (stop) await tagging.reveal(stop.annotation.id);
    else tagging.say(vscode.l10n.t('No annotation in this release yet.'));
  };

  const onAnnotation = new ContextKey('pressmark.onAnnotation');
  /** Menus offer what can be done with an annotation where there is one. */
  const followCursor = (): void =>
    void log.guard('following the cursor', async () =>
      onAnnotation.set((await tagging.current()) !== undefined),
    );

  return vscode.Disposable.from(
    registerTypeAhead(),
    question('tagSelection', async () => {
      const editor = tagging.editor();
      if (!editor) return;
      await tagging.turns.done();
      if (tagging.selectedSpans(editor).length === 0 && !(await tagging.current())) {
        tagging.say(vscode.l10n.t('Select a passage first, then tag it.'));
        return;
      }
      const { uri } = editor.document;
      const { codebookState } = await corpora.of(uri);
      if (codebookState === 'none') {
        await vscode.commands.executeCommand('pressmark.createCodebook');
        return;
      }
      const codes = await picker.pick(uri, vscode.l10n.t('Tag Passage'));
      if (codes) await tagging.tag(codes);
    }),
    command('pickSeveralCodes', async () => picker.toggleSeveral()),
    command('tagWithKey', async (argument) => {
      const key = (argument as { key?: unknown } | undefined)?.key;
      if (typeof key === 'string') await tagging.tagWithKey(key);
    }),
    command('tagWithCode', async (id) => {
      if (typeof id === 'string') await tagging.tag([id]);
    }),
    command('repeatLastCode', () => tagging.repeat()),
    question('editNote', async (argument) => {
      const id = await meant(argument);
      const release = id ? await tagging.release() : undefined;
      const passage = release?.passages.find(({ annotation }) => annotation.id === id);
      if (!id || !release || !passage) return;
      // Asked for in the panel, it is written there.
      if (isFromPanel(argument)) return tagging.writeNote(id, undefined, 'panel');
      const noted = await notes.ask(id, passage.annotation.note ?? '');
      if (noted && 'note' in noted) await tagging.setNote(id, noted.note, release.document.uri.toString());
      else if (noted) tagging.writeNote(id, noted.draft, 'text');
    }),
    command('writeNoteInPanel', async () => notes.toPanel()),
    command('deleteAnnotation', async (argument) => {
      const id = await meant(argument);
      if (id) await tagging.remove([id]);
    }),
    command('revealAnnotation', async (argument) => {
      const id = await meant(argument);
      if (id) await tagging.reveal(id);
    }),
    command('nextAnnotation', (from) => step(1, from)),
    command('previousAnnotation', (from) => step(-1, from)),
    command('reviewNext', () => tagging.review.next()),
    command('acceptPlace', async (argument) => {
      const id = await meant(argument ?? (await tagging.review.current()));
      if (id) await tagging.review.accept(id);
    }),
    command('placeHere', async (argument) => {
      const id = await meant(argument ?? (await tagging.review.current()));
      if (id) await tagging.review.placeHere(id);
    }),
    command('keepAsOrphan', async (argument) => {
      const id = await meant(argument ?? (await tagging.review.current()));
      if (id) await tagging.review.keepAsOrphan(id);
    }),
    command('undo', () => tagging.undo()),
    command('redo', () => tagging.redo()),
    command('openSidecar', async () => {
      const editor = await tagging.shownEditor();
      const release = editor && (await annotations.of(editor.document));
      if (!release) return;
      if (await release.hasSidecar())
        await vscode.window.showTextDocument(release.sidecarUri, { preview: true });
      else tagging.say(vscode.l10n.t('No sidecar yet: it is written with the first annotation.'));
    }),
    annotations.onDidChange(followCursor),
    vscode.window.onDidChangeActiveTextEditor(followCursor),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isRelease(textEditor.document)) followCursor();
    }),
  );
}

/** A link gives an annotation's id, a menu of the panel the ids of the lines it was opened on. */
function idOf(given: unknown): string | undefined {
  const id: unknown = (given as { ids?: readonly unknown[] } | undefined)?.ids?.[0] ?? given;
  return typeof id === 'string' ? id : undefined;
}
