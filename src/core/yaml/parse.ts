import { Composer, Lexer, Parser, type CST, type Document, type Node, type YAMLParseError } from 'yaml';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';

/** Deeper nesting is refused: the composer of `yaml` is recursive, and no file of a corpus comes near it. */
const maxDepth = 64;
/** A second or two of work; a sidecar of 10,000 annotations is under a million. */
const maxLexemes = 1_500_000;
/** UTF-16 units; beyond it `yaml` takes seconds. Long lists are read item by item and never come here whole. */
export const maxYamlLength = 5_000_000;
const maxProblems = 50;

export type YamlRoot = Node & { readonly range: readonly [number, number, number] };

export interface YamlSource {
  /** The top node; absent when the source has errors or is empty. */
  readonly root?: Node;
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/** YAML 1.2 (core schema), one document. Never throws; duplicate keys are left to `valueOf`. */
export function parseYaml(source: string, rulePrefix: string): YamlSource {
  const fail = (message: Message, start = 0, end = start, rule = 'syntax'): YamlSource => ({
    problems: [{ rule: `${rulePrefix}/${rule}`, severity: 'error', message, span: { start, end } }],
  });
  const marker = mergeMarker(source);
  if (marker !== undefined) {
    return fail(
      sentence(
        'This file holds git merge markers. Resolve the merge (Pressmark can merge both sides by id) and save.',
      ),
      marker,
      marker + 7,
      'merge-markers',
    );
  }
  if (source.length > maxYamlLength) {
    return fail(
      sentence(
        'This file is too large to be read in this layout. Write it as a plain block list, or split it.',
      ),
    );
  }
  try {
    const tokens = tokenize(source);
    if (tokens === undefined)
      return fail(sentence('This YAML is nested too deeply or too long to be read. Write it flatter.'));
    const { documents, errors } = compose(tokens, source);
    if (errors.length > 0) {
      // A key that is a list or a map follows from another mistake, and says nothing to who made that.
      const causes = errors.filter(({ code }) => code !== 'NON_STRING_KEY');
      return {
        problems: (causes.length > 0 ? causes : errors).slice(0, maxProblems).map((error) => ({
          rule: `${rulePrefix}/syntax`,
          severity: 'error' as const,
          message: sentence(
            '{0} Correct the YAML; nothing is written to this file until then.',
            error.message.replace(/\.?$/, '.'),
          ),
          span: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
        })),
      };
    }
    const [document, next] = documents;
    if (!document) return { problems: [] };
    if (next)
      return fail(
        sentence('There is more than one YAML document here. Keep one: delete the `---` line.'),
        next.range[0],
      );
    return document.contents ? { root: document.contents, document, problems: [] } : { problems: [] };
  } catch (error) {
    if (error instanceof RangeError)
      return fail(sentence('This YAML is too complex to be read. Write it simpler.'));
    throw error;
  }
}

class TooManyErrors extends Error {}

/** At most two documents; stops at a number of errors, each of which costs `yaml` a stack trace. */
function compose(
  tokens: readonly CST.Token[],
  source: string,
): { documents: Document.Parsed[]; errors: YAMLParseError[] } {
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  const report = composer['onError'];
  let count = 0;
  composer['onError'] = (...details: Parameters<typeof report>) => {
    report(...details);
    if (++count > maxProblems) throw new TooManyErrors();
  };
  const documents: Document.Parsed[] = [];
  try {
    for (const document of composer.compose(tokens, false, source.length)) {
      documents.push(document as Document.Parsed);
      if (documents.length > 1) break;
    }
    return { documents, errors: documents.flatMap((document) => document.errors) };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    return { documents, errors: composer['errors'] as YAMLParseError[] };
  }
}

/** Offset of the first git merge marker that stands at the start of a line, if there is one. */
export function mergeMarker(source: string): number | undefined {
  const found = /^(?:<{7}|>{7})(?: .*)?\r?$/m.exec(source);
  return found?.index;
}

/** Syntax tree without values; `undefined` once it gets deeper or longer than any file of a corpus does. */
function tokenize(source: string): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxDepth * 2 || ++lexemes > maxLexemes || tokens.length > maxProblems * 10)
      return undefined;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}
