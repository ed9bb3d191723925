import type * as z from 'zod/mini';
import { sentence, type Message, type Part } from '../text/message';
import type { Path, ValueFault, YamlValue } from './value';

/** A value that isn't what the file format asks for. */
export interface FormatFault {
  readonly path: Path;
  /** What is wrong and what to do, for a person. */
  readonly message: Message;
}

/** What each key is for, by its name: told when its value is missing or wrong, and in the JSON Schema. */
export type KeyHelp = Readonly<Record<string, Message>>;

const maxFaults = 100;

/** Holds a value against a schema. Deterministic; one fault a place. */
export function checkFormat(schema: z.ZodMiniType, value: unknown, help: KeyHelp): FormatFault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const faults = new Map<string, FormatFault>();
  for (const issue of result.error.issues.slice(0, maxFaults)) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const id = JSON.stringify(path);
    if (!faults.has(id)) faults.set(id, { path, message: issueMessage(issue, path, value, help) });
  }
  return [...faults.values()];
}

const wrongTypes: Readonly<Record<string, (name: Part) => Message>> = {
  string: (name) => sentence('{0} must be text (put it in quotes).', name),
  number: (name) => sentence('{0} must be a number.', name),
  int: (name) => sentence('{0} must be a whole number.', name),
  boolean: (name) => sentence('{0} must be `true` or `false`.', name),
  array: (name) => sentence('{0} must be a list.', name),
  object: (name) => sentence('{0} must be a map of keys and values.', name),
};

function issueMessage(issue: z.core.$ZodIssue, path: Path, value: unknown, help: KeyHelp): Message {
  const { name, key } = nameOf(path);
  const hint = help[key];
  const told = (what: Message, otherwise: Message = []): Message => [...what, ...(hint ?? otherwise)];
  if (valueAt(value, path) === undefined && issue.code !== 'unrecognized_keys')
    return told(sentence('{0} is missing.', name), sentence('Add it.'));
  switch (issue.code) {
    case 'invalid_type':
      return told(wrongTypes[issue.expected]?.(name) ?? sentence('{0} has the wrong type.', name));
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? told(sentence('{0} is empty.', name), sentence('Fill it in or delete it.'))
        : told(sentence('{0} is below {1}.', name, String(issue.minimum)));
    case 'invalid_value':
      return told(
        sentence('{0} must be {1}.', name, oneOf(issue.values.map((allowed) => `\`${String(allowed)}\``))),
      );
    default:
      return told(sentence('{0} isn’t written as it should be.', name), sentence('Correct it or delete it.'));
  }
}

function oneOf(values: readonly string[]): Part {
  return values.reduce<Part>(
    (before, value) => (before === '' ? value : sentence('{0} or {1}', before, value)),
    '',
  );
}

function nameOf(path: Path): { readonly name: Part; readonly key: string } {
  const last = path.at(-1);
  if (last === undefined) return { name: sentence('This'), key: '' };
  if (typeof last === 'string') return { name: `\`${last}\``, key: last };
  const list = path.findLast((step) => typeof step === 'string');
  return {
    name:
      list === undefined
        ? sentence('Item {0}', last + 1)
        : sentence('Item {0} of `{1}`', last + 1, String(list)),
    key: String(list ?? ''),
  };
}

export function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

export function faultMessage(fault: ValueFault): Message {
  const name = `\`${String(fault.path.findLast((step) => typeof step === 'string') ?? '')}\``;
  switch (fault.kind) {
    case 'duplicate-key':
      return sentence('{0} stands here twice. Keep one of them.', name);
    case 'alias':
      return sentence('This alias (`*…`) leads nowhere or in a circle. Write the value out.');
    case 'type':
      return sentence('{0} has a type of its own. Put the value in quotes.', name);
  }
}

/** Text of a value, where it is text. */
export function textOf(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
