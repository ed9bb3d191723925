import type { Annotation } from '../annotation';
import type { SidecarFile } from '../sidecarFile';
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
export function checkOverlaps(file: SidecarFile): Finding[] {
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
        found.push(finding(file, code, passage, last));
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

function finding(file: SidecarFile, code: string, passage: Tagged, other: Tagged): Finding {
  const { annotation } = passage;
  const codes = annotation.codes.filter((own) => own !== code);
  const fix: Fix = {
    title: `Take \`${code}\` off this annotation`,
    sidecar: [withoutEmpty({ ...annotation, codes })],
  };
  const same = annotation.id === other.annotation.id;
  return {
    rule: 'sidecar/overlap',
    severity: 'warning',
    message: same
      ? `Two spans of this annotation overlap. Join them.`
      : `This passage overlaps with one that has the same code \`${code}\` (${other.annotation.id}). Join the two, or take the code off one.`,
    span: file.locateItem(passage.index, ['target', passage.span, 'start']) ?? { start: 0, end: 0 },
    annotation: annotation.id,
    fixes: file.writable && !same ? [fix] : [],
  };
}
