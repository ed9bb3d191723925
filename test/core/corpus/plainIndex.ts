import type { CorpusView, Frequency } from '../../../src/core/corpus/corpusView';
import type { FileFacts, MentionFact } from '../../../src/core/corpus/facts';

/** The answers an index must give, computed without one: from all facts, in the plainest way. */
export class PlainIndex {
  readonly files = new Map<string, FileFacts>();

  releases(): FileFacts[] {
    return this.all().filter((facts) => facts.state === 'release');
  }

  all(): FileFacts[] {
    return [...this.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  mentionsOf(subject: string): [string, MentionFact[]][] {
    return this.releases()
      .map((facts): [string, MentionFact[]] => [
        facts.path,
        facts.mentions.filter((mention) => mention.subject === subject),
      ])
      .filter(([, mentions]) => mentions.length > 0);
  }

  frequencies(termsOf: (facts: FileFacts) => string[]): Map<string, Frequency> {
    const found = new Map<string, { count: number; releases: number }>();
    for (const facts of this.releases()) {
      const terms = termsOf(facts);
      for (const term of terms) {
        const frequency = found.get(term) ?? { count: 0, releases: 0 };
        frequency.count++;
        found.set(term, frequency);
      }
      for (const term of new Set(terms)) found.get(term)!.releases++;
    }
    return found;
  }
}

/** Everything a view says, in a form that can be compared. */
export function everything(view: CorpusView): unknown {
  return {
    counts: [view.releaseCount, view.mentionCount, view.passageCount],
    releases: [...view.releases()].map((release) => ({
      ...release,
      ordinal: undefined,
      lines: view.lineStarts(release),
      mentions: view.mentionsIn(release),
      passages: view.passagesIn(release),
    })),
    others: [...view.otherFiles()],
    subjects: [...view.subjects()]
      .map(({ subject, type, count, releases }) => [`${subject} ${type}`, count, releases] as const)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    codes: [...view.codes()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    postings: [...new Set([...view.subjects()].map(({ subject }) => subject))]
      .sort()
      .map((subject) => [
        subject,
        [...view.releasesWith(subject)].map(({ release, count }) => [release.path, count]),
      ]),
  };
}
