import * as vscode from 'vscode';
import type { IndexedRelease } from '../../core/corpus/corpusView';
import { readSubject, type SubjectKey } from '../../core/corpus/subject';
import { mentionsCounted, releasesCounted } from '../support/counted';
import { asText } from '../support/markdown';
import { commandLink } from './cardLinks';
import type { CorpusFacts } from './corpusFacts';

/**
 * How often and since when the corpus mentions a subject, with links to the first and last time; undefined where nothing is found yet in
 * a corpus that is still being read, which the line of its progress says.
 */
export function corpusLine(facts: CorpusFacts, subject: SubjectKey): string | undefined {
  const { profile } = facts;
  if (isBeingRead(facts) && !profile?.count) return undefined;
  if (!profile) return `*${asText(vscode.l10n.t('Looking through the corpus …'))}*`;
  const { count, releases, first, last } = profile;
  const parts = [
    asText(vscode.l10n.t('{0} in {1} of the corpus', mentionsCounted(count), releasesCounted(releases))),
  ];
  if (first && last && first.ordinal !== last.ordinal) {
    parts.push(releaseLink(facts, subject, first, vscode.l10n.t('First {0}', first.date ?? '')));
    parts.push(releaseLink(facts, subject, last, vscode.l10n.t('Last {0}', last.date ?? '')));
  }
  return parts.join(' · ');
}

/** Who and what shares most paragraphs with it in the corpus; undefined where that says no more than the release itself. */
export function corpusCompanions({ profile, index }: CorpusFacts): string | undefined {
  if (!profile || profile.releases < 2) return undefined;
  const names = profile.companions.flatMap(({ subject, count }) => {
    const read = readSubject(subject);
    const name = read.listed ? index.corpus.gazetteer.entities.get(read.entity)?.name : undefined;
    return name === undefined ? [] : [`${name} (${count})`];
  });
  return names.length === 0 ? undefined : asText(vscode.l10n.t('Appears with {0}', names.join(', ')));
}

/** Says that there is more to come, while the index is being built. */
export function progressLine(facts: CorpusFacts): string | undefined {
  const { state, done, total } = facts.index.progress;
  if (!isBeingRead(facts)) return undefined;
  const said =
    state === 'paused'
      ? vscode.l10n.t('Reading the corpus is paused at {0} of {1} releases.', done, total)
      : vscode.l10n.t('Reading the corpus: {0} of {1} releases …', done, total);
  return `*${asText(said)}*`;
}

function isBeingRead({ index }: CorpusFacts): boolean {
  return index.progress.state === 'indexing' || index.progress.state === 'paused';
}

function releaseLink(
  { index, view }: CorpusFacts,
  subject: SubjectKey,
  release: IndexedRelease,
  label: string,
): string {
  const [mention] = view.mentionsIn(release, subject);
  const uri = index.uriOf(release.path).toString();
  return commandLink(label, 'pressmark.openPlace', {
    uri,
    start: mention?.start ?? 0,
    end: mention?.end ?? 0,
  });
}
