import type { Code, Codebook } from '../annotation/codebook';
import type { Capabilities, Feature } from './capabilities';
import type { LossCollector } from './lossReport';
import { shorten } from './lossReport';

/** Every code of the tree with the code it stands under, parents before children. */
export function* walkCodes(codebook: Codebook): Generator<{ readonly code: Code; readonly parent?: Code }> {
  function* walk(codes: readonly Code[], parent?: Code): Generator<{ code: Code; parent?: Code }> {
    for (const code of codes) {
      yield parent === undefined ? { code } : { code, parent };
      yield* walk(code.codes, code);
    }
  }
  yield* walk(codebook.codes);
}

/**
 * The codebook with each code once (the first of an id; what stands under another stays in its place), and with a bare
 * entry at the end for every used code that it lacks, so that no target lacks it.
 */
export function completeCodebook(full: Codebook, used: Iterable<string>): Codebook {
  const codebook = { codes: withoutTwins(full.codes, new Set()) };
  const known = new Set([...walkCodes(codebook)].map(({ code }) => code.id));
  const missing = [...used].filter((id) => !known.has(id)).sort();
  if (missing.length === 0) return codebook;
  return { codes: [...codebook.codes, ...missing.map((id) => ({ id, name: id, examples: [], codes: [] }))] };
}

function withoutTwins(codes: readonly Code[], seen: Set<string>): readonly Code[] {
  return codes.flatMap((code) => {
    const isFirst = !seen.has(code.id);
    seen.add(code.id);
    const under = withoutTwins(code.codes, seen);
    return isFirst ? [{ ...code, codes: under }] : under;
  });
}

/** What a target can hold of a codebook; each difference is told to `losses`. */
export function fitCodebook(
  codebook: Codebook,
  used: ReadonlySet<string>,
  capabilities: Capabilities,
  losses?: LossCollector,
): Codebook {
  const lost = (feature: Feature, code: Code, what: string): void =>
    losses?.add(feature, capabilities[feature], () => ({ what: shorten(`${code.name}: ${what}`) }));
  const isDropped = (feature: Feature): boolean => capabilities[feature] === 'dropped';

  const fit = (code: Code): Code[] => {
    if (code.definition !== undefined) lost('code-definition', code, code.definition);
    for (const example of code.examples) lost('code-example', code, example);
    if (code.color !== undefined) lost('code-color', code, code.color);
    if (code.key !== undefined) lost('code-key', code, code.key);
    if (code.retired === true) lost('code-retired', code, 'retired');
    if (!used.has(code.id)) lost('unused-code', code, code.id);
    for (const child of code.codes) lost('code-tree', child, `under ${code.name}`);
    const children = code.codes.flatMap(fit);
    const own: Code = {
      id: code.id,
      name: code.name,
      ...(code.definition !== undefined && !isDropped('code-definition') && { definition: code.definition }),
      examples: isDropped('code-example') ? [] : code.examples,
      ...(code.color !== undefined && !isDropped('code-color') && { color: code.color }),
      ...(code.key !== undefined && !isDropped('code-key') && { key: code.key }),
      ...(code.retired === true && !isDropped('code-retired') && { retired: true }),
      codes: isDropped('code-tree') ? [] : children,
    };
    const self = isDropped('unused-code') && !used.has(code.id) && own.codes.length === 0 ? [] : [own];
    return isDropped('code-tree') ? [...self, ...children] : self;
  };
  return { codes: codebook.codes.flatMap(fit) };
}
