import { oneLine } from '../../recognition/newEntity';
import type { CorpusView, IndexedRelease } from '../corpusView';
import type { SubjectKey } from '../subject';

/** Counts how a subject is written, release by release; the index keeps places, the words stand in the texts. */
export class NamesSeen {
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly view: CorpusView,
    private readonly subject: SubjectKey,
  ) {}

  /** `text`: the release's without byte-order mark, as it was when it was indexed; in another one nothing is counted. */
  add(release: IndexedRelease, text: string): void {
    const mentions = this.view.mentionsIn(release, this.subject);
    if (mentions.some(({ end }) => end > text.length)) return;
    for (const { start, end } of mentions) {
      const name = oneLine(text.slice(start, end));
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }

  /** The most frequent first. */
  names(): readonly string[] {
    return [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  }
}
