import * as vscode from 'vscode';
import { isTagged } from '../../core/annotation/tagSpans';
import { longestPhrase } from '../../core/text/phraseOccurrences';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { CodePicker } from '../annotation/codePicker';
import type { CorpusTagging, ReleaseSpans, TaggedCorpus } from '../annotation/corpusTagging';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { findInCorpus, findInText, type PhraseInRelease } from '../corpus/findPhrase';
import { releasesCounted } from '../support/counted';
import { registerKeyCommand } from '../support/keyCommand';
import { registerQuestion } from '../support/typeAhead';
import type { Log } from '../support/log';
import { openDocument } from '../support/textFiles';
import { OccurrencePreview } from './occurrencePreview';

/** Tags every occurrence of a phrase, in this release or the corpus, after a look at all of them. */
export function registerTagEveryOccurrence(
  tagging: Tagging,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  picker: CodePicker,
  corpusTagging: CorpusTagging,
  log: Log,
): vscode.Disposable {
  const preview = new OccurrencePreview();
  let last: TaggedCorpus | undefined;

  /** Leaves out what is tagged with these codes already. */
  const untagged = async (found: PhraseInRelease, codes: readonly string[]): Promise<PhraseInRelease> => {
    const document = openDocument(found.uri);
    const open = document && (await annotations.of(document));
    if (!open) return found;
    const occurrences = found.occurrences.filter(({ span }) => !isTagged(open.passages, span, codes));
    return { ...found, occurrences };
  };

  const tagAll = async (
    here: AnnotatedRelease,
    chosen: readonly ReleaseSpans[],
    codes: readonly string[],
  ): Promise<void> => {
    const progress = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Tagging') };
    const done = await vscode.window.withProgress(progress, () => corpusTagging.tag(chosen, codes, here));
    const said = saidOf(done);
    tagging.say(said);
    if (done.failures.length > 0) void vscode.window.showWarningMessage(done.failures.join('\n'));
    if (done.releases < 2) return;
    last = done;
    setUndoable(true);
    const undo = vscode.l10n.t('Undo');
    // Not awaited: the message may stay for long.
    void vscode.window.showInformationMessage(said, undo).then((choice) => {
      if (choice === undo) void log.guard('undoing tags', undoLast);
    });
  };

  const undoLast = async (): Promise<void> => {
    const taken = last;
    setUndoable(false);
    if (!taken?.isDone()) return tagging.say(vscode.l10n.t('Nothing to undo.'));
    // A redo that is not through yet comes first.
    await tagging.turns.take(() => taken.undo());
    tagging.say(vscode.l10n.t('Tags taken back in {0}.', releasesCounted(taken.releases)));
  };

  const run = async (): Promise<void> => {
    const editor = tagging.editor();
    if (!editor) return;
    const { document } = editor;
    const [span] = tagging.selectedSpans(editor);
    const marked = span ?? (await tagging.current())?.spans[0];
    const phrase = marked && document.getText().slice(marked.start, marked.end).trim();
    if (!phrase || phrase.length > longestPhrase) {
      tagging.say(vscode.l10n.t('Select a phrase first, then tag its occurrences.'));
      return;
    }
    const short = shorten(phrase);
    const title = vscode.l10n.t('Tag Every “{0}” With…', short);
    const codes = await picker.pick(document.uri, title, { asksMore: true });
    if (!codes) return;
    const chosen = await preview.show(short, {
      release: () =>
        untagged(findInText(document.uri, document.getText(), phrase), codes).then((one) => [one]),
      corpus: async (cancel) => {
        const found = await findInCorpus(document.uri, corpora, phrase, cancel);
        return Promise.all(found.map((one) => untagged(one, codes)));
      },
    });
    const here = chosen && (await annotations.of(document));
    if (here) await tagAll(here, chosen, codes);
  };

  return vscode.Disposable.from(
    registerQuestion('tagEveryOccurrence', () => log.guard('tagging every occurrence', run)),
    registerKeyCommand('toggleOccurrenceScope', () => preview.toggleScope()),
    vscode.commands.registerCommand('pressmark.undoTagEveryOccurrence', () =>
      log.guard('undoing tags', undoLast),
    ),
  );
}

function saidOf({ passages, releases }: TaggedCorpus): string {
  if (releases > 1) return vscode.l10n.t('{0} passages tagged in {1} releases.', passages, releases);
  return passages === 1
    ? vscode.l10n.t('1 passage tagged.')
    : vscode.l10n.t('{0} passages tagged.', passages);
}

function setUndoable(isUndoable: boolean): void {
  void vscode.commands.executeCommand('setContext', 'pressmark.canUndoTagEveryOccurrence', isUndoable);
}

function shorten(phrase: string): string {
  const line = phrase.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
}
