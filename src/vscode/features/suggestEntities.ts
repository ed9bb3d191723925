import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import { newEntity } from '../../core/recognition/newEntity';
import type { Suggestion } from '../../core/recognition/suggest';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { timesInReleases } from '../support/counted';
import type { Log } from '../support/log';
import { typeName } from '../support/typeName';
import { suggestionsOf } from '../teaching/corpusSuggestions';
import { gazetteerName, teachGazetteer, type Lesson } from '../teaching/gazetteerWriter';

/** More than anybody looks through. */
const shownAtMost = 500;

/** "Suggest Entities From This Corpus": names that rules found and no list holds, to be accepted in bulk. */
export function registerSuggestEntities(
  corpora: Corpora,
  indexes: CorpusIndexes,
  tagging: Tagging,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand('pressmark.suggestEntities', () =>
    log.guard('suggesting entities', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      const here =
        tagging.editor()?.document.uri ?? (folder && vscode.Uri.joinPath(folder.uri, 'pressmark.yaml'));
      if (!here) return tagging.say(vscode.l10n.t('Open a folder with press releases first.'));
      await suggest(await corpora.of(here), corpora, indexes, tagging, log);
    }),
  );
}

async function suggest(
  corpus: Corpus,
  corpora: Corpora,
  indexes: CorpusIndexes,
  tagging: Tagging,
  log: Log,
): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Looking for names that no gazetteer lists'),
    cancellable: true,
  };
  const found = await vscode.window.withProgress(options, (progress, cancel) =>
    suggestionsOf(corpus, corpora, indexes, cancel, (total) => progress.report({ increment: 100 / total })),
  );
  if (!found) return;
  if (found.length === 0) return tagging.say(vscode.l10n.t('Every name found is listed already.'));
  const accepted = await vscode.window.showQuickPick(rowsOf(found, corpus), {
    title: vscode.l10n.t('Suggested Entities'),
    placeHolder: vscode.l10n.t('Tick what to add to {0}', gazetteerName(corpus)),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!accepted || accepted.length === 0) return;
  const lesson = lessonOf(accepted, corpus);
  const step = await teachGazetteer(corpus, lesson, vscode.l10n.t('Suggested entities'));
  if (!step) return;
  (await tagging.release())?.acts.add(step);
  const count = lesson.added.length + lesson.aliases.length;
  const said = vscode.l10n.t('{0} names are in {1} now.', count, gazetteerName(corpus));
  tagging.say(said);
  const undo = vscode.l10n.t('Undo');
  // Not awaited: the message may stay for long.
  void vscode.window.showInformationMessage(said, undo).then((choice) => {
    if (choice === undo) void log.guard('undoing suggested entities', () => step.undo());
  });
}

interface Row extends vscode.QuickPickItem {
  readonly suggestion: Suggestion;
  /** The listed entity that the name may be another spelling of. */
  readonly spellingOf?: Entity;
}

/** Each name as an entity of its own; below it, where it sounds like a listed one, as another spelling of that. */
function rowsOf(found: readonly Suggestion[], corpus: Corpus): readonly Row[] {
  return found.slice(0, shownAtMost).flatMap((suggestion) => {
    const { name, type, count, files, contexts, similar } = suggestion;
    const [context] = contexts;
    const detail = context ? `…${context.before}${name}${context.after}…` : '';
    const counted = `${typeName(type)} · ${timesInReleases(count, files)}`;
    const spellings = similar.slice(0, 1).flatMap((id): Row[] => {
      const entity = corpus.gazetteer.entities.get(id);
      if (!entity) return [];
      const description = vscode.l10n.t('as another spelling of {0}', entity.name);
      return [{ label: `$(arrow-small-right) ${name}`, description, suggestion, spellingOf: entity }];
    });
    return [{ label: name, description: counted, detail, suggestion }, ...spellings];
  });
}

function lessonOf(accepted: readonly Row[], corpus: Corpus): Lesson {
  const spellings = accepted.filter(({ spellingOf }) => spellingOf !== undefined);
  const isSpelling = new Set(spellings.map(({ suggestion }) => suggestion));
  const taken = new Set(corpus.gazetteer.entities.keys());
  const added: Entity[] = [];
  for (const { suggestion } of accepted) {
    if (isSpelling.has(suggestion)) continue;
    const entity = newEntity(suggestion.name, suggestion.type, taken);
    taken.add(entity.id);
    added.push(entity);
  }
  const aliases = spellings.map(({ suggestion, spellingOf }) => ({
    entity: spellingOf!.id,
    alias: suggestion.name,
  }));
  return { added, aliases };
}
