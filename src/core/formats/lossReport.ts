import type { Span } from '../text/span';
import { counted } from '../text/counted';
import { offsetsIn } from '../text/offsets';
import type { Feature, Handling } from './capabilities';
import { features } from './capabilities';

/** Where a loss happens; offsets in code points, as sidecars hold them. Codebook losses have only `what`. */
export interface LossExample {
  readonly path?: string;
  readonly start?: number;
  readonly end?: number;
  /** The passage, or the name of a code, shortened. */
  readonly what: string;
}

/** One line of a loss report. */
export interface Loss {
  readonly feature: Feature;
  readonly handling: Exclude<Handling, 'kept'>;
  readonly count: number;
  /** The first few. */
  readonly examples: readonly LossExample[];
  /** Sentence for a person. */
  readonly message: string;
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

const messages: Readonly<Record<Exclude<Handling, 'kept'>, (what: string, count: number) => string>> = {
  dropped: (what, count) => `Left out: ${what} (${count})`,
  approximated: (what, count) => `Put in a poorer way: ${what} (${count})`,
  carried: (what, count) =>
    `Kept in the file for Pressmark, not shown by the target's tools: ${what} (${count})`,
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

/** The report as lines for a terminal or an output channel. */
export function formatLossReport(report: LossReport): string {
  const counts = [
    counted(report.documents, 'release'),
    counted(report.annotations, 'annotation'),
    counted(report.mentions, 'recognised mention'),
  ];
  const head = `${report.format}: ${counts.join(', ')}`;
  if (report.losses.length === 0) return `${head}\nNothing is lost.`;
  const lines = [head];
  for (const loss of report.losses) {
    lines.push(`- ${loss.message}`);
    for (const example of loss.examples) lines.push(`    ${formatExample(example)}`);
  }
  return lines.join('\n');
}

function formatExample({ path, start, end, what }: LossExample): string {
  const place = start === undefined ? path : `${path} ${start}–${end}`;
  return [place, what].filter((part) => part !== undefined && part !== '').join(': ');
}
