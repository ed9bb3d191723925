import * as vscode from 'vscode';
import { entitiesByFrequency } from '../../core/corpus/questions/frequencies';
import type { PageTopic } from '../../shared/pageProtocol';
import type { Corpus } from '../corpus/corpus';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { timesInReleases } from '../support/counted';
import { typeName } from '../support/typeName';

/** So long a list of entities is waited for while the corpus is still being read. */
const longestWaitMs = 5000;

/** Lets a person choose an entity of the corpora, the most mentioned first. */
export async function chooseEntity(
  indexes: readonly CorpusIndexing[],
): Promise<{ readonly index: CorpusIndexing; readonly subject: string } | undefined> {
  return vscode.window.showQuickPick(entityItems(indexes), {
    title: vscode.l10n.t('Open the Page of an Entity'),
    placeHolder: vscode.l10n.t('Name of the entity'),
    matchOnDescription: true,
  });
}

/** What is known once the corpora were read, or after a moment. */
async function entityItems(
  indexes: readonly CorpusIndexing[],
): Promise<(vscode.QuickPickItem & { readonly index: CorpusIndexing; readonly subject: string })[]> {
  const read = Promise.all(indexes.map((index) => index.ready()));
  await Promise.race([read, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
  return indexes.flatMap((index) =>
    entitiesByFrequency(index.view).map(({ subject, type, count, releases }) => ({
      label: index.corpus.gazetteer.entities.get(subject)?.name ?? subject,
      description: `${typeName(type)} · ${timesInReleases(count, releases)}`,
      index,
      subject,
    })),
  );
}

/** Lets a person type a phrase or choose a code. */
export async function choosePhraseOrCode(corpus: Corpus): Promise<PageTopic | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly topic: PageTopic }>();
  const codes = [...corpus.codes.values()].map(({ id, name, definition }) => ({
    label: `$(tag) ${name}`,
    ...(definition === undefined ? {} : { detail: definition }),
    topic: { kind: 'code', code: id } as const,
  }));
  const update = (): void => {
    const text = pick.value.trim();
    const phrase = {
      label: `$(search) “${text}”`,
      alwaysShow: true,
      topic: { kind: 'phrase', text } as const,
    };
    pick.items = text === '' ? codes : [phrase, ...codes];
  };
  pick.title = vscode.l10n.t('Open a Concordance');
  pick.placeholder = vscode.l10n.t('Type a phrase, or choose a code');
  pick.onDidChangeValue(update);
  update();
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.topic);
      pick.dispose();
    });
    pick.onDidHide(() => resolve(undefined));
  });
}
