import type { Code, Codebook } from '../../annotation/codebook';
import { flattenCodes } from '../../annotation/codebook';
import { codeNamed } from '../../annotation/newCode';
import { entityOfLabel, noteLabel, rejectedLabel, typeOfLabel, unknownEntityLabel } from '../labels';
import type { NewCode } from './importModel';

/** What a label of another tool stands for here. */
export type Meaning =
  | { readonly kind: 'code'; readonly id: string }
  | { readonly kind: 'entity'; readonly type?: string; readonly none?: boolean }
  | { readonly kind: 'nothing' };

/** Says what labels mean, and which codes have to be made so that they can. Each label is decided once. */
export class LabelMap {
  private readonly meanings = new Map<string, { readonly meaning: Meaning; count: number }>();
  private readonly codes: Code[];
  private readonly made: NewCode[] = [];
  /** Ids of codes here by ids in the other tool's codebook. */
  private readonly idHere = new Map<string, string>();
  /** What that codebook calls its codes, where the name is one code's only: people know names, not ids. */
  private readonly nameThere = new Map<string, string>();

  constructor(
    codebook: Codebook,
    brought: readonly Code[],
    private readonly map: ReadonlyMap<string, string> = new Map(),
  ) {
    this.codes = flattenCodes(codebook);
    this.addBrought(brought, undefined);
    const names = flattenCodes({ codes: brought });
    for (const { id, name } of names)
      if (names.every((other) => other.id === id || other.name !== name)) this.nameThere.set(id, name);
  }

  meaningOf(label: string): Meaning {
    let known = this.meanings.get(label);
    if (known === undefined) this.meanings.set(label, (known = { meaning: this.decide(label), count: 0 }));
    known.count++;
    return known.meaning;
  }

  newCodes(): readonly NewCode[] {
    return this.made;
  }

  used(): readonly { readonly label: string; readonly becomes: string; readonly count: number }[] {
    return [...this.meanings].map(([label, { meaning, count }]) => ({
      label: this.nameThere.get(label) ?? label,
      becomes: told(meaning),
      count,
    }));
  }

  private decide(label: string): Meaning {
    const wanted = this.map.get(label) ?? this.map.get(this.nameThere.get(label) ?? label);
    if (wanted !== undefined) return this.wanted(wanted);
    const code = this.find(this.idHere.get(label) ?? label);
    if (code !== undefined) return { kind: 'code', id: code.id };
    if (label === noteLabel) return { kind: 'nothing' };
    if (label === rejectedLabel || label === unknownEntityLabel)
      return { kind: 'entity', ...entityOfLabel(label) };
    const type = typeOfLabel(label);
    if (type !== undefined) return { kind: 'entity', type };
    return { kind: 'code', id: this.make({ name: label }).id };
  }

  private wanted(to: string): Meaning {
    if (to === '') return { kind: 'nothing' };
    if (to.startsWith('entity:')) return { kind: 'entity', type: to.slice('entity:'.length) };
    return { kind: 'code', id: (this.find(to) ?? this.make({ id: to, name: to })).id };
  }

  /** By id, else by name whatever its case. */
  private find(label: string): Code | undefined {
    const name = label.trim().toLowerCase();
    return (
      this.codes.find(({ id }) => id === label) ?? this.codes.find((code) => code.name.toLowerCase() === name)
    );
  }

  /** The other tool's codebook: codes of the same id or name are ours already, others are made with all they say. */
  private addBrought(codes: readonly Code[], parent: string | undefined): void {
    for (const code of codes) {
      const here = this.find(code.id) ?? this.find(code.name) ?? this.make(code, parent);
      this.idHere.set(code.id, here.id);
      this.addBrought(code.codes, here.id);
    }
  }

  private make(code: Partial<Code> & Pick<Code, 'name'>, parent?: string): Code {
    const free = codeNamed(code.name, this.codes);
    const isFree =
      code.id !== undefined && /^[a-z0-9-]+$/.test(code.id) && !this.codes.some(({ id }) => id === code.id);
    const isKeyFree = code.key !== undefined && !this.codes.some(({ key }) => key === code.key);
    const made: Code = {
      id: isFree ? code.id! : free.id,
      name: free.name === '' ? (code.id ?? free.id) : free.name,
      ...(code.definition !== undefined && { definition: code.definition }),
      examples: code.examples ?? [],
      ...((code.color ?? free.color) !== undefined && { color: code.color ?? free.color! }),
      ...(isKeyFree && { key: code.key! }),
      ...(code.retired === true && { retired: true }),
      codes: [],
    };
    this.codes.push(made);
    this.made.push(parent === undefined ? { code: made } : { code: made, parent });
    return made;
  }
}

function told(meaning: Meaning): string {
  if (meaning.kind === 'code') return meaning.id;
  if (meaning.kind === 'nothing') return '';
  return meaning.none === true ? 'entity:none' : `entity:${meaning.type ?? ''}`;
}
