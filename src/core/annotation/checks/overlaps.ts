import { sentence } from '../../text/message';
import { brief } from '../../text/brief';
import { storedOffsets } from '../../text/offsets';
import type { Annotation } from '../annotation';
import { makeSelector } from '../selector';
import type { SidecarFile } from '../sidecarFile';
import type { CheckContext } from './checkSidecar';
import type { Finding, Fix } from './finding';
import { withoutEmpty } from './references';

interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly annotation: Annotation;
  readonly index: number;
  readonly span: number;
}

/** Passages that one person tagged twice with one code. Two coders who agree are no problem. */
export function checkOverlaps(file: SidecarFile, { text }: CheckContext): Finding[] {
  const byCode = new Map<string, Tagged[]>();
  file.items.forEach(({ annotation }, index) => {
    annotation?.target.forEach(({ start, end }, span) => {
      for (const code of annotation.codes) {
        const key = JSON.stringify([code, annotation.author ?? '']);
        const tagged = byCode.get(key) ?? [];
        tagged.push({ start, end, annotation, index, span });
        byCode.set(key, tagged);
      }
    });
  });
  const found: Finding[] = [];
  for (const [key, tagged] of byCode) {
    const [code = ''] = JSON.parse(key) as string[];
    let last: Tagged | undefined;
    for (const passage of tagged.sort((a, b) => a.start - b.start || a.index - b.index)) {
      if (
        last &&
        passage.start < last.end &&
        passage.end > passage.start &&
        !isCopy(passage.annotation, last.annotation)
      ) {
        found.push(finding(file, text, code, passage, last));
      }
      if (!last || passage.end > last.end) last = passage;
    }
  }
  return found;
}

/** Two versions that a merge kept are told of by another rule. */
function isCopy(a: Annotation, b: Annotation): boolean {
  return a.conflict === b.id || b.conflict === a.id;
}

function finding(
  file: SidecarFile,
  text: string | undefined,
  code: string,
  passage: Tagged,
  other: Tagged,
): Finding {
  const { annotation } = passage;
  const codes = annotation.codes.filter((own) => own !== code);
  const fix: Fix = {
    title: sentence('Take `{0}` off this annotation', code),
    sidecar: [withoutEmpty({ ...annotation, codes })],
  };
  const same = annotation.id === other.annotation.id;
  const joined = text === undefined ? undefined : join(text, other.annotation, annotation);
  return {
    rule: 'sidecar/overlap',
    severity: 'warning',
    message: same
      ? sentence('Two spans of this annotation overlap. Join them.')
      : sentence(
          'This passage overlaps with “{1}”, which has the same code `{0}`. Join the two, or take the code off one.',
          code,
          brief(other.annotation.target[other.span]?.quote ?? ''),
        ),
    span: file.locateItem(passage.index, ['target', passage.span, 'start']) ?? { start: 0, end: 0 },
    annotation: annotation.id,
    fixes: file.writable && !same ? [...(joined ? [joined] : []), fix] : [],
  };
}

/** One annotation in place of two that cover one stretch of text; what links to different entities stays two. */
function join(text: string, first: Annotation, second: Annotation): Fix | undefined {
  const [a, ...moreOfA] = first.target;
  const [b, ...moreOfB] = second.target;
  if (!a || !b || moreOfA.length > 0 || moreOfB.length > 0) return undefined;
  if (first.entity !== undefined && second.entity !== undefined && first.entity !== second.entity)
    return undefined;
  const offsets = storedOffsets(text);
  const end = Math.max(a.end, b.end);
  if (end > offsets.length) return undefined;
  const span = { start: offsets.toHeld(Math.min(a.start, b.start)), end: offsets.toHeld(end) };
  const entity = first.entity ?? second.entity;
  const note = [...new Set([first.note, second.note])].filter(Boolean).join('\n\n');
  const annotation: Annotation = {
    ...first,
    codes: [...new Set([...first.codes, ...second.codes])],
    target: [makeSelector(text, span, offsets)],
    ...(entity === undefined ? {} : { entity }),
    ...(note === '' ? {} : { note }),
  };
  return {
    title: sentence('Join the two into one annotation'),
    sidecar: [
      { kind: 'put', annotation },
      { kind: 'remove', id: second.id },
    ],
  };
}
