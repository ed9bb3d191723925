import type { MentionReason } from '../../recognition/mention';
import type { MentionFact } from '../facts';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import type { TermTable } from './termTable';

const reasons: readonly MentionReason[] = ['name', 'short-form', 'rule', 'person'];
const forms = [undefined, 'demonym', 'compound'] as const;

// A mention: start as difference to the one before, length × 2 + 1 if anything is unusual, [flags, extras], term.
const uncertain = 1;
const nested = 2;
const formShift = 2;
const reasonShift = 4;
const otherRegion = 64;
const hasExtras = 128;

const extraHolder = 1;
const extraAlternatives = 2;

/** Writes mentions sorted by start: about four bytes each. */
export function writeMentions(out: ByteWriter, mentions: readonly MentionFact[], table: TermTable): void {
  let start = 0;
  let region = 0;
  out.varint(mentions.length);
  for (const mention of mentions) {
    const extras =
      (mention.holder === undefined ? 0 : extraHolder) |
      (mention.alternatives?.length ? extraAlternatives : 0);
    const flags =
      (mention.certain ? 0 : uncertain) |
      (mention.nested ? nested : 0) |
      (Math.max(0, forms.indexOf(mention.form)) << formShift) |
      (reasons.indexOf(mention.reason) << reasonShift) |
      (mention.region === region ? 0 : otherRegion) |
      (extras === 0 ? 0 : hasExtras);
    out.varint(mention.start - start);
    out.varint((mention.end - mention.start) * 2 + (flags === 0 ? 0 : 1));
    if (flags !== 0) {
      out.byte(flags);
      if (mention.region !== region) out.varint(zigzag(mention.region - region));
      if (extras !== 0) writeExtras(out, mention, extras, table);
    }
    out.varint(table.counted(mention.subject, mention.type));
    start = mention.start;
    region = mention.region;
  }
}

function writeExtras(out: ByteWriter, mention: MentionFact, extras: number, table: TermTable): void {
  out.varint(extras);
  if (extras & extraHolder) out.varint(table.named(mention.holder!));
  if (extras & extraAlternatives) {
    out.varint(mention.alternatives!.length);
    for (const id of mention.alternatives!) out.varint(table.named(id));
  }
}

/** What the places of a file's table mean. */
export interface TermNames {
  key(place: number): string;
  type(place: number): string;
}

/** Reads mentions; with `only`, those whose terms have these places in the file's table. */
export function readMentions(reader: ByteReader, names: TermNames, only?: readonly number[]): MentionFact[] {
  const mentions: MentionFact[] = [];
  const count = reader.varint();
  let start = 0;
  let region = 0;
  for (let i = 0; i < count; i++) {
    start += reader.varint();
    const head = reader.varint();
    const flags = head % 2 === 1 ? reader.byte() : 0;
    if (flags & otherRegion) region += unzigzag(reader.varint());
    const extras = flags & hasExtras ? readExtras(reader, names) : undefined;
    const place = reader.varint();
    if (only !== undefined && !only.includes(place)) continue;
    const form = forms[(flags >>> formShift) & 3];
    mentions.push({
      start,
      end: start + (head >>> 1),
      subject: names.key(place),
      type: names.type(place),
      certain: (flags & uncertain) === 0,
      nested: (flags & nested) !== 0,
      reason: reasons[(flags >>> reasonShift) & 3]!,
      ...(form === undefined ? {} : { form }),
      ...(extras?.holder === undefined ? {} : { holder: extras.holder }),
      ...(extras?.alternatives === undefined ? {} : { alternatives: extras.alternatives }),
      region,
    });
  }
  return mentions;
}

/** Tells place and region of each mention, and makes nothing. */
export function scanMentions(reader: ByteReader, visit: (place: number, region: number) => void): void {
  let region = 0;
  for (let n = reader.varint(); n > 0; n--) {
    reader.varint();
    const flags = reader.varint() % 2 === 1 ? reader.byte() : 0;
    if (flags & otherRegion) region += unzigzag(reader.varint());
    if (flags & hasExtras) skipExtras(reader);
    visit(reader.varint(), region);
  }
}

function skipExtras(reader: ByteReader): void {
  const extras = reader.varint();
  if (extras & extraHolder) reader.varint();
  if (extras & extraAlternatives) for (let n = reader.varint(); n > 0; n--) reader.varint();
}

interface Extras {
  holder?: string;
  alternatives?: string[];
}

function readExtras(reader: ByteReader, names: TermNames): Extras {
  const extras = reader.varint();
  const read: Extras = {};
  if (extras & extraHolder) read.holder = names.key(reader.varint());
  if (extras & extraAlternatives) {
    read.alternatives = [];
    for (let n = reader.varint(); n > 0; n--) read.alternatives.push(names.key(reader.varint()));
  }
  return read;
}

/** Signed numbers as unsigned ones, small ones small. */
export function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
