import { decodeText } from '../decode';
import type { ReadAnnotation, ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import { chunksOf, tagPattern } from './iob';
import { sentence } from '../../text/message';

/** Reads tokens with a tag in the last column; the text is put together with spaces, which the import evens out. */
export function readConll2003(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files.flatMap((file) => {
    const builders = readFile(file.path, decodeText(file, problems), problems);
    return builders.map((builder, i) =>
      builder.document(i === 0 ? pathOf(file.path) : `${pathOf(file.path)}#${i + 1}`),
    );
  });
  return { documents, codes: [], entities: [], problems };
}

function pathOf(path: string): string {
  return path.replace(/\.(?:conll|iob2?|bio)$/, '');
}

function readFile(file: string, content: string, problems: ReadProblem[]): TextBuilder[] {
  const builders: TextBuilder[] = [];
  let builder = new TextBuilder();
  content.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') {
      builder.endSentence();
      return;
    }
    if (line.startsWith('-DOCSTART-')) {
      if (!builder.isEmpty) builders.push(builder);
      if (!builder.isEmpty) builder = new TextBuilder();
      return;
    }
    const columns = line.includes('\t') ? line.split('\t') : line.split(' ');
    const tag = columns.at(-1)!.trim();
    // Comments are no part of the format, but some tools write them; a token `#` has a tag.
    if (line.startsWith('# ') && !tagPattern.test(tag)) return;
    if (columns.length < 2 || columns[0] === '' || !tagPattern.test(tag)) {
      const message = sentence(
        '“{0}” is no token with a tag (O, B-LABEL, I-LABEL) in the last column.',
        line,
      );
      problems.push({ file, line: i + 1, message });
      return;
    }
    builder.add(columns[0]!, tag);
  });
  builder.endSentence();
  return [...builders, builder];
}

/** Puts tokens together to a text: a space between two, a line end after each sentence. Offsets are UTF-16. */
class TextBuilder {
  private text = '';
  private readonly annotations: ReadAnnotation[] = [];
  private spans: { start: number; end: number }[] = [];
  private tags: string[] = [];

  get isEmpty(): boolean {
    return this.text === '' && this.spans.length === 0;
  }

  add(token: string, tag: string): void {
    if (this.spans.length > 0) this.text += ' ';
    this.spans.push({ start: this.text.length, end: this.text.length + token.length });
    this.tags.push(tag);
    this.text += token;
  }

  endSentence(): void {
    if (this.spans.length === 0) return;
    for (const { label, from, to } of chunksOf(this.tags)) {
      const span = { start: this.spans[from]!.start, end: this.spans[to - 1]!.end };
      this.annotations.push({ labels: [label], spans: [span] });
    }
    this.text += '\n';
    this.spans = [];
    this.tags = [];
  }

  document(path: string): ReadDocument {
    return { path, text: this.text, unit: 'utf16', annotations: this.annotations };
  }
}
