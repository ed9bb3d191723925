import { toLf } from '../../text/lines';
import { decodeText } from '../decode';
import type { Details, ReadRecord } from '../details';
import { readDetails, regroup } from '../details';
import type { ReadDocument, ReadEntity, ReadProblem, ReadResult, ReadSpan, SourceFile } from '../format';
import { decoded } from '../iri';
import { asList, asObject } from '../json';
import { lineEnd } from './annFile';
import { codesOfConf, confFiles } from './conf';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** Reads `.ann` files with the `.txt` beside them. Relations and events are told as problems: they have no place. */
export function readBrat(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const decode = (file: SourceFile): string => toLf(decodeText(file, problems));
  const texts = new Map(
    files.filter(({ path }) => path.endsWith('.txt')).map((file) => [file.path, decode(file)]),
  );
  const documents = files
    .filter(({ path }) => path.endsWith('.ann'))
    .map((file): ReadDocument => {
      const path = `${file.path.slice(0, -'.ann'.length)}.txt`;
      const text = texts.get(path);
      const records = new AnnReader(file.path, text, problems).read(decode(file));
      return { path, ...(text !== undefined && { text }), unit: 'codepoints', annotations: regroup(records) };
    });
  return { documents, codes: codesOfConf(confFiles(files, decode)), entities: [], problems };
}

interface Bound {
  readonly label: string;
  fragments: readonly ReadSpan[];
  spans?: readonly ReadSpan[];
  details?: Details;
  entity?: ReadEntity;
  note?: string;
  recognised?: boolean;
}

class AnnReader {
  private readonly bounds = new Map<string, Bound>();
  /** Code points of the text, as the offsets count. */
  private readonly characters: readonly string[] | undefined;

  constructor(
    private readonly file: string,
    text: string | undefined,
    private readonly problems: ReadProblem[],
  ) {
    this.characters = text === undefined ? undefined : [...text];
  }

  read(ann: string): ReadRecord[] {
    const lines = ann.split('\n').map((content, i) => ({ content, line: i + 1 }));
    // Whatever refers to a T line may stand before it.
    for (const { content, line } of lines) if (content.startsWith('T')) this.readBound(content, line);
    for (const { content, line } of lines) if (!content.startsWith('T')) this.readOther(content, line);
    return [...this.bounds.values()].map(
      ({ label, fragments, spans, details, entity, note, recognised }) => ({
        labels: [label],
        spans: spans ?? (this.characters === undefined ? fragments : joinLines(fragments, this.characters)),
        ...(note !== undefined && { note: details?.note ?? note }),
        ...(entity !== undefined && { entity: { ...details?.entity, ...entity } }),
        details: { ...details, ...(recognised && { recognised, as: label }) },
      }),
    );
  }

  private readBound(content: string, line: number): void {
    const match = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/s.exec(content);
    if (match === null) {
      this.problem(
        line,
        sentence('This is no text-bound annotation: expected “T1<tab>Type start end<tab>text”.'),
      );
      return;
    }
    const fragments = match[3]!.split(';').map((pair) => {
      const [start, end] = pair.split(' ').map(Number);
      return { start: start!, end: end! };
    });
    if (fragments.some(({ start, end }) => end <= start)) {
      this.problem(line, sentence('The passage ends before it begins.'));
      return;
    }
    const quoted =
      fragments.length === 1 && match[4] !== undefined ? [{ ...fragments[0]!, quote: match[4] }] : fragments;
    this.bounds.set(match[1]!, { label: match[2]!, fragments: quoted });
  }

  private readOther(content: string, line: number): void {
    if (content.trim() === '') return;
    const [id, data = '', tail = ''] = content.split('\t');
    const [type, target, value] = data.split(' ');
    const bound = this.bounds.get(target ?? '');
    if (id!.startsWith('#') && bound !== undefined) this.readComment(bound, type!, tail);
    else if (id!.startsWith('N') && bound !== undefined)
      bound.entity = { ...bound.entity, ...entityOf(value ?? '', tail) };
    else if (/^[AM]/.test(id!) && bound !== undefined) bound.recognised ||= type === 'Recognised';
    else if (/^[RE*]/.test(id!))
      this.problem(
        line,
        sentence('Relations and events have no place in a sidecar; this line is passed over.'),
      );
    else
      this.problem(
        line,
        sentence('This line is of no kind that brat has, or refers to no T line that could be read.'),
      );
  }

  private readComment(bound: Bound, type: string, tail: string): void {
    if (type !== 'Pressmark') {
      bound.note = bound.note === undefined ? tail : `${bound.note}\n${tail}`;
      return;
    }
    const json = asObject(parsed(tail));
    const details = readDetails(json);
    if (details === undefined) return;
    bound.details = details;
    const spans = asList(json!['spans']).map((pair) => asList(pair) as readonly number[]);
    if (spans.length > 0 && this.fragmentsFit(spans, bound.fragments)) {
      bound.spans = spans.map(([start, end]) => ({ start: start!, end: end! }));
    }
  }

  /** Spans told by us hold only while the fragments are still theirs: in brat they may have been moved. */
  private fragmentsFit(spans: readonly (readonly number[])[], fragments: readonly ReadSpan[]): boolean {
    const covers = fragments.every(({ start, end }) =>
      spans.some((span) => span[0]! <= start! && end! <= span[1]!),
    );
    return (
      covers &&
      spans[0]![0]! <= fragments[0]!.start! &&
      spans.every(([start, end]) => {
        const inside = fragments.filter((fragment) => start! <= fragment.start! && fragment.end! <= end!);
        return inside.length > 0 && this.isOnlyLineEnds(start!, inside, end!);
      })
    );
  }

  private isOnlyLineEnds(start: number, inside: readonly ReadSpan[], end: number): boolean {
    const { characters } = this;
    if (characters === undefined) return true;
    const edges = [start, ...inside.flatMap((fragment) => [fragment.start!, fragment.end!]), end];
    for (let i = 0; i < edges.length; i += 2) {
      if (characters.slice(edges[i], edges[i + 1]).some((character) => !lineEnd.test(character)))
        return false;
    }
    return true;
  }

  private problem(line: number, message: Message): void {
    this.problems.push({ file: this.file, line, message });
  }
}

function entityOf(reference: string, name: string): ReadEntity {
  const [db, ...rest] = reference.split(':');
  const ref = rest.join(':');
  if (db === 'Pressmark') return { id: decoded(ref) };
  return /^wikidata$/i.test(db ?? '')
    ? { wikidata: ref, ...(name !== '' && { name }) }
    : { name: name || ref };
}

/** Fragments with nothing but line ends between them are one span that brat had to cut. */
function joinLines(fragments: readonly ReadSpan[], characters: readonly string[]): ReadSpan[] {
  const joined: ReadSpan[] = [];
  for (const fragment of fragments) {
    const last = joined.at(-1);
    const gap = last === undefined ? [] : characters.slice(last.end, fragment.start);
    if (last !== undefined && gap.length > 0 && gap.every((character) => lineEnd.test(character)))
      joined[joined.length - 1] = { start: last.start!, end: fragment.end! };
    else joined.push(fragment);
  }
  return joined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
