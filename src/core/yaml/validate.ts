import type * as z from 'zod/mini';
import type { Path, ValueFault, YamlValue } from './value';

/** A value that isn't what the file format asks for. */
export interface FormatFault {
  readonly path: Path;
  /** What is wrong and what to do, for a person. */
  readonly message: string;
}

/** What each key is for, by its name: told when its value is missing or wrong, and in the JSON Schema. */
export type KeyHelp = Readonly<Record<string, string>>;

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

const phrases: Readonly<Record<string, string>> = {
  string: 'must be text (put it in quotes)',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be `true` or `false`',
  array: 'must be a list',
  object: 'must be a map of keys and values',
};

function issueMessage(issue: z.core.$ZodIssue, path: Path, value: unknown, help: KeyHelp): string {
  const { name, key } = nameOf(path);
  const hint = help[key] ? ` ${help[key]}` : '';
  if (valueAt(value, path) === undefined && issue.code !== 'unrecognized_keys')
    return `${name} is missing.${hint || ' Add it.'}`;
  switch (issue.code) {
    case 'invalid_type':
      return `${name} ${phrases[issue.expected] ?? 'has the wrong type'}.${hint}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `${name} is empty.${hint || ' Fill it in or delete it.'}`
        : `${name} is below ${String(issue.minimum)}.${hint}`;
    case 'invalid_value':
      return `${name} must be ${issue.values.map((allowed) => `\`${String(allowed)}\``).join(' or ')}.${hint}`;
    default:
      return `${name} isn’t written as it should be.${hint || ' Correct it or delete it.'}`;
  }
}

function nameOf(path: Path): { readonly name: string; readonly key: string } {
  const last = path.at(-1);
  if (last === undefined) return { name: 'This', key: '' };
  if (typeof last === 'string') return { name: `\`${last}\``, key: last };
  const list = path.findLast((step) => typeof step === 'string');
  return {
    name: list === undefined ? `Item ${last + 1}` : `Item ${last + 1} of \`${String(list)}\``,
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

export function faultMessage(fault: ValueFault): string {
  const name = `\`${String(fault.path.findLast((step) => typeof step === 'string') ?? '')}\``;
  switch (fault.kind) {
    case 'duplicate-key':
      return `${name} stands here twice. Keep one of them.`;
    case 'alias':
      return 'This alias (`*…`) leads nowhere or in a circle. Write the value out.';
    case 'type':
      return `${name} has a type of its own. Put the value in quotes.`;
  }
}

/** Text of a value, where it is text. */
export function textOf(value: YamlValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
