import type { Span } from '../text/span';
import { offsetsIn } from '../text/offsets';
import type { Feature, Handling } from './capabilities';
import { features } from './capabilities';
import { annotationsCounted, recognisedCounted, releasesCounted } from './counts';
import type { Message } from '../text/message';
import { inWords, sentence } from '../text/message';

/** Where a loss happens; offsets in code points, as sidecars hold them. Codebook losses have only `what`. */
export interface LossExample {
  readonly path?: string;
  readonly start?: number;
  readonly end?: number;
  /** The passage, or the name of a code, shortened. */
  readonly what: string | Message;
}

/** One line of a loss report. */
export interface Loss {
  readonly feature: Feature;
  readonly handling: Exclude<Handling, 'kept'>;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly LossExample[];
  /** Sentence for a person. */
  readonly message: Message;
}

/** What a target cannot hold of this corpus, told before anything is written. Empty losses: nothing is lost. */
export interface LossReport {
  readonly format: string;
  readonly documents: number;
  readonly annotations: number;
  readonly mentions: number;
  readonly losses: readonly Loss[];
}

const examplesKept = 3;
const exampleLength = 60;

/** Gathers losses while documents pass; memory does not grow with the corpus. */
export class LossCollector {
  private readonly found = new Map<string, { count: number; examples: LossExample[] }>();

  add(feature: Feature, handling: Handling, example: () => LossExample): void {
    if (handling === 'kept') return;
    const key = `${feature}\t${handling}`;
    let entry = this.found.get(key);
    if (entry === undefined) this.found.set(key, (entry = { count: 0, examples: [] }));
    entry.count++;
    if (entry.examples.length < examplesKept) entry.examples.push(example());
  }

  /** Losses in the order of the feature table. */
  losses(): Loss[] {
    const losses: Loss[] = [];
    for (const feature of Object.keys(features) as Feature[]) {
      for (const handling of ['dropped', 'approximated', 'carried'] as const) {
        const entry = this.found.get(`${feature}\t${handling}`);
        if (entry === undefined) continue;
        losses.push({
          feature,
          handling,
          ...entry,
          message: messages[handling](features[feature], entry.count),
        });
      }
    }
    return losses;
  }
}

const messages: Readonly<Record<Exclude<Handling, 'kept'>, (what: Message, count: number) => Message>> = {
  dropped: (what, count) => sentence('Left out: {0} ({1})', what, count),
  approximated: (what, count) => sentence('Put in a poorer way: {0} ({1})', what, count),
  carried: (what, count) =>
    sentence('Kept in the file for Pressmark, not shown by the target’s tools: {0} ({1})', what, count),
};

/** An example that points at a passage; `spans` are UTF-16 offsets of `text`. */
export function passageExample(path: string, text: string, spans: readonly Span[]): LossExample {
  const offsets = offsetsIn('codepoints', text);
  const quote = spans.map((span) => text.slice(span.start, span.end)).join(' … ');
  return {
    path,
    start: offsets.toStored(spans[0]?.start ?? 0),
    end: offsets.toStored(spans.at(-1)?.end ?? 0),
    what: shorten(quote),
  };
}

export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat.slice(0, 2 * exampleLength)];
  return characters.length > exampleLength ? `${characters.slice(0, exampleLength).join('')}…` : flat;
}

/** A quote made short; a sentence stays whole. */
export function shortened(what: string | Message): string | Message {
  return typeof what === 'string' ? shorten(what) : what;
}

/** How patterns are said in the reader's language, as for {@link inWords}. */
type Translate = (pattern: string) => string;

/** The report as lines for a terminal or an output channel. */
export function formatLossReport(report: LossReport, translate?: Translate): string {
  const said = (message: Message): string => inWords(message, translate);
  const counts = [
    releasesCounted(report.documents),
    annotationsCounted(report.annotations),
    recognisedCounted(report.mentions),
  ];
  const head = `${report.format}: ${counts.map(said).join(', ')}`;
  if (report.losses.length === 0) return `${head}\n${said(sentence('Nothing is lost.'))}`;
  const lines = [head];
  for (const loss of report.losses) {
    lines.push(`- ${said(loss.message)}`);
    for (const example of loss.examples) lines.push(`    ${formatExample(example, translate)}`);
  }
  return lines.join('\n');
}

function formatExample({ path, start, end, what }: LossExample, translate?: Translate): string {
  const place = start === undefined ? path : `${path} ${start}–${end}`;
  return [place, wordsOf(what, translate)].filter((part) => part !== undefined && part !== '').join(': ');
}

/** What an example shows: a quote as it is, a sentence in the reader's language. */
export function wordsOf(what: string | Message, translate?: Translate): string {
  return typeof what === 'string' ? what : inWords(what, translate);
}

/** The report as it is written to a file, in English. */
export function lossReportJson(report: LossReport): object {
  const losses = report.losses.map(({ examples, message, ...loss }) => ({
    ...loss,
    examples: examples.map((example) => ({ ...example, what: wordsOf(example.what) })),
    message: inWords(message),
  }));
  return { ...report, losses };
}
