import type * as vscode from 'vscode';
import type { CorpusView, IndexedRelease } from '../../core/corpus/corpusView';
import { inSlices, type Breathing } from '../../core/corpus/indexing/slices';
import { NamesSeen } from '../../core/corpus/questions/namesSeen';
import type { SubjectProfile } from '../../core/corpus/questions/subjectProfile';
import { subjectProfile } from '../../core/corpus/questions/subjectProfile';
import type { SubjectKey } from '../../core/corpus/subject';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { readText } from '../support/textFiles';

/** What the index and the texts say of a subject, as far as it is known now. */
export interface CorpusFacts {
  readonly index: CorpusIndexing;
  readonly view: CorpusView;
  /** Absent while the releases that mention it are still being looked at. */
  readonly profile: SubjectProfile | undefined;
  /** How it is written, most often first. */
  readonly names: readonly string[];
}

/** How long a card waits for them; what comes later is there for the next card. */
const patienceMs = 250;
/** Texts that are read to see how a subject is written, spread over all that mention it, and how many at once. */
const textsRead = 120;
const textsAtOnce = 12;
const companions = 3;

const host: Breathing = {
  now: () => Date.now(),
  yield: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/** Gathers facts for cards without keeping anybody waiting: in the background, kept as long as the index says the same. */
export class CorpusFactsReader {
  private readonly known = new WeakMap<CorpusView, Map<SubjectKey, Gathering>>();
  /** Those that are not done yet: while the corpus is being read, each card would else begin another one. */
  private readonly underWay = new Map<string, Gathering>();

  constructor(private readonly indexes: CorpusIndexes) {}

  /** What is known of a subject a moment from now; undefined where this corpus has no index. */
  async of(document: vscode.Uri, subject: SubjectKey): Promise<CorpusFacts | undefined> {
    const index = await this.indexes.of(document);
    if (!index) return undefined;
    const { view } = index;
    const ofView = this.known.get(view) ?? new Map<SubjectKey, Gathering>();
    this.known.set(view, ofView);
    const key = `${index.corpus.root.toString()} ${subject}`;
    const gathering = ofView.get(subject) ?? this.underWay.get(key) ?? this.begin(index, subject, key);
    if (gathering.view === view) ofView.set(subject, gathering);
    await Promise.race([gathering.done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    const { profile, names } = gathering;
    return { index, view: gathering.view, profile, names };
  }

  private begin(index: CorpusIndexing, subject: SubjectKey, key: string): Gathering {
    const gathering = new Gathering(index, index.view, subject);
    this.underWay.set(key, gathering);
    const end = (): void => {
      if (this.underWay.get(key) === gathering) this.underWay.delete(key);
    };
    void gathering.done.then(end, end);
    return gathering;
  }
}

class Gathering {
  profile: SubjectProfile | undefined;
  names: readonly string[] = [];
  readonly done: Promise<void>;

  constructor(
    private readonly index: CorpusIndexing,
    readonly view: CorpusView,
    private readonly subject: SubjectKey,
  ) {
    this.done = this.gather();
  }

  private async gather(): Promise<void> {
    const every = Math.max(1, Math.ceil(this.view.frequency(this.subject).releases / textsRead));
    const sample: IndexedRelease[] = [];
    let seen = 0;
    const steps = subjectProfile(this.view, this.subject, companions);
    this.profile = await inSlices(host, steps, (release) => {
      if (seen++ % every === 0) sample.push(release);
    });
    const seenNames = new NamesSeen(this.view, this.subject);
    for (let at = 0; at < sample.length; at += textsAtOnce) {
      const some = sample.slice(at, at + textsAtOnce);
      await Promise.all(some.map((release) => this.readNames(release, seenNames)));
      this.names = seenNames.names();
    }
  }

  private async readNames(release: IndexedRelease, names: NamesSeen): Promise<void> {
    const text = await readText(this.index.uriOf(release.path)).catch(() => undefined);
    if (text !== undefined) names.add(release, text);
  }
}
