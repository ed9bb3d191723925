export type RuleLevel = 'error' | 'warning' | 'information' | 'off';

interface Rule {
  readonly level: Exclude<RuleLevel, 'off'>;
  /** One sentence, for lists of rules. */
  readonly description: string;
}

/** Every rule that problems of a corpus are told by. `pressmark.yaml` sets other levels under `rules:`. */
export const rules = {
  'sidecar/syntax': { level: 'error', description: 'The sidecar isn’t YAML, so nothing in it can be used.' },
  'sidecar/merge-markers': { level: 'error', description: 'git left merge markers in the sidecar.' },
  'sidecar/newer-version': { level: 'error', description: 'The sidecar was written by a newer Pressmark.' },
  'sidecar/format': { level: 'error', description: 'A value of the sidecar isn’t what the format asks for.' },
  'sidecar/duplicate-id': { level: 'error', description: 'Two annotations have one id.' },
  'sidecar/release-missing': { level: 'error', description: 'The release of the sidecar isn’t there.' },
  'sidecar/release-name': {
    level: 'warning',
    description: 'The sidecar names another release than the one it lies beside.',
  },
  'sidecar/stale-quote': {
    level: 'warning',
    description: 'The quoted text doesn’t stand where the annotation says.',
  },
  'sidecar/empty-span': { level: 'error', description: 'A span of an annotation is empty.' },
  'sidecar/split-grapheme': { level: 'warning', description: 'A span begins or ends inside a character.' },
  'sidecar/overlap': {
    level: 'warning',
    description: 'One person tagged overlapping passages with the same code.',
  },
  'sidecar/boilerplate': {
    level: 'information',
    description: 'A passage stands in boilerplate, not in what the release says.',
  },
  'sidecar/undefined-code': {
    level: 'warning',
    description: 'An annotation uses a code the codebook doesn’t have.',
  },
  'sidecar/unknown-entity': {
    level: 'warning',
    description: 'An annotation links to an entity no gazetteer has.',
  },
  'sidecar/conflict': { level: 'warning', description: 'A merge kept two versions of one annotation.' },
  'codebook/syntax': { level: 'error', description: 'The codebook isn’t YAML.' },
  'codebook/merge-markers': { level: 'error', description: 'git left merge markers in the codebook.' },
  'codebook/newer-version': { level: 'error', description: 'The codebook was written by a newer Pressmark.' },
  'codebook/format': {
    level: 'error',
    description: 'A value of the codebook isn’t what the format asks for.',
  },
  'codebook/duplicate-id': { level: 'error', description: 'Two codes have one id.' },
  'codebook/duplicate-key': { level: 'warning', description: 'One key tags two codes.' },
  'gazetteer/syntax': { level: 'error', description: 'The gazetteer isn’t YAML.' },
  'gazetteer/merge-markers': { level: 'error', description: 'git left merge markers in the gazetteer.' },
  'gazetteer/newer-version': {
    level: 'error',
    description: 'The gazetteer was written by a newer Pressmark.',
  },
  'gazetteer/format': {
    level: 'error',
    description: 'A value of the gazetteer isn’t what the format asks for.',
  },
  'gazetteer/duplicate-id': { level: 'error', description: 'One file lists an entity twice.' },
  'gazetteer/unknown-entity': {
    level: 'warning',
    description: 'An office belongs to an entity that no gazetteer has.',
  },
  'project/syntax': { level: 'error', description: 'The project file isn’t YAML.' },
  'project/merge-markers': { level: 'error', description: 'git left merge markers in the project file.' },
  'project/newer-version': {
    level: 'error',
    description: 'The project file was written by a newer Pressmark.',
  },
  'project/format': {
    level: 'error',
    description: 'A value of the project file isn’t what the format asks for.',
  },
  'project/missing-file': { level: 'error', description: 'A file the project file names isn’t there.' },
  'project/unknown-rule': {
    level: 'warning',
    description: 'The project file sets the level of a rule there isn’t.',
  },
  'file/unreadable': { level: 'error', description: 'A file can’t be read, or isn’t UTF-8 text.' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

export function isRule(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

/** The level of a rule in a corpus. */
export function levelOf(rule: string, levels: Readonly<Record<string, RuleLevel>>): RuleLevel {
  return (
    (Object.hasOwn(levels, rule) ? levels[rule] : undefined) ?? (isRule(rule) ? rules[rule].level : 'warning')
  );
}
