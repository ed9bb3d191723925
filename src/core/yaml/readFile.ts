import { isMap, type Node } from 'yaml';
import type * as z from 'zod/mini';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';
import { parseYaml } from './parse';
import { isMapValue } from './render';
import { checkFormat, faultMessage, type KeyHelp } from './validate';
import { spanAt, valueOf, type YamlMap } from './value';

/** What kind of file is read, for its problems. */
export interface FileKind {
  /** Prefix of rule names: `codebook`. */
  readonly rule: string;
  /** For people: “codebook”. */
  readonly name: Message;
  readonly version: number;
  readonly schema: z.ZodMiniType;
  readonly help: KeyHelp;
}

export interface FileReading {
  /** Absent where the file can't be used at all: bad YAML, no map, a newer version. Empty for an empty file. */
  readonly value?: YamlMap;
  readonly root?: Node;
  readonly problems: readonly Problem[];
}

/** Reads a YAML file of the corpus that is small enough to be read whole. */
export function readYamlFile(source: string, kind: FileKind): FileReading {
  const { root, document, problems } = parseYaml(source, kind.rule);
  if (problems.length > 0) return { problems };
  if (!root) return { value: {}, problems: [] };
  const { value, faults } = valueOf(root, document);
  const problem = (rule: string, message: Message, span = spanAt(root, [])): Problem => ({
    rule: `${kind.rule}/${rule}`,
    severity: 'error',
    message,
    span,
  });
  if (!isMap(root) || !isMapValue(value)) {
    return {
      problems: [
        problem(
          'format',
          sentence('A {0} is a map of keys; its first line is `version: {1}`.', kind.name, kind.version),
        ),
      ],
    };
  }
  const newer = newerVersion(value, kind.version);
  if (newer) {
    const message = sentence(
      'This {0} has version {1}; this Pressmark reads version {2}. Update Pressmark.',
      kind.name,
      newer,
      kind.version,
    );
    return { problems: [problem('newer-version', message, spanAt(root, ['version']))] };
  }
  return {
    value,
    root,
    problems: [
      ...faults.map((fault) => problem('format', faultMessage(fault), fault.span)),
      ...checkFormat(kind.schema, value, kind.help).map((fault) =>
        problem('format', fault.message, spanAt(root, fault.path)),
      ),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

/** The version a file claims, where it is another than the one read here. */
export function newerVersion(value: YamlMap, version: number): string | undefined {
  const claimed = value['version'];
  const stated = typeof claimed === 'number' || (typeof claimed === 'string' && /\d/.test(claimed));
  return stated && Number(claimed) !== version ? String(claimed) : undefined;
}
