import { Composer, Parser, type CST, type Document, type Node } from 'yaml';
import type { Problem } from '../text/problem';

/** Deeper nesting is refused: the composer of `yaml` is recursive, and no file of a corpus comes near it. */
const maxDepth = 64;
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
  const fail = (message: string, start = 0, end = start, rule = 'syntax'): YamlSource => ({
    problems: [{ rule: `${rulePrefix}/${rule}`, severity: 'error', message, span: { start, end } }],
  });
  const marker = mergeMarker(source);
  if (marker !== undefined) {
    return fail(
      'This file holds git merge markers. Resolve the merge (Pressmark can merge both sides by id) and save.',
      marker,
      marker + 7,
      'merge-markers',
    );
  }
  if (source.length > maxYamlLength) {
    return fail(
      'This file is too large to be read in this layout. Write it as a plain block list, or split it.',
    );
  }
  try {
    const tokens = [...new Parser().parse(source)];
    const deep = deeperThan(tokens, maxDepth);
    if (deep) return fail('This YAML is nested too deeply to be read. Write it flatter.', deep.offset);
    const [document, next] = [...compose(tokens, source)];
    if (!document) return { problems: [] };
    if (next)
      return fail(
        'There is more than one YAML document here. Keep one: delete the `---` line.',
        next.range[0],
      );
    if (document.errors.length > 0) {
      return {
        problems: document.errors.slice(0, maxProblems).map((error) => ({
          rule: `${rulePrefix}/syntax`,
          severity: 'error' as const,
          message: `${error.message.replace(/\.?$/, '.')} Correct the YAML; nothing is written to this file until then.`,
          span: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
        })),
      };
    }
    return document.contents ? { root: document.contents, document, problems: [] } : { problems: [] };
  } catch (error) {
    if (error instanceof RangeError) return fail('This YAML is too complex to be read. Write it simpler.');
    throw error;
  }
}

function compose(tokens: readonly CST.Token[], source: string): Generator<Document.Parsed> {
  const composer = new Composer({
    keepSourceTokens: true,
    uniqueKeys: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  return composer.compose(tokens, false, source.length) as Generator<Document.Parsed>;
}

/** Offset of the first git merge marker that stands at the start of a line, if there is one. */
export function mergeMarker(source: string): number | undefined {
  const found = /^(?:<{7}|>{7})(?: .*)?\r?$/m.exec(source);
  return found?.index;
}

function deeperThan(tokens: readonly CST.Token[], limit: number): CST.Token | undefined {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > limit) return token;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}
