import { sentence, type Message } from '../../text/message';
import { idsAlike } from '../../text/idsAlike';
import { isList, isMapValue } from '../../yaml/render';
import type { Annotation } from '../annotation';
import { settled } from '../review';
import type { SidecarEdit } from '../sidecarEdit';
import type { SidecarFile } from '../sidecarFile';
import type { CheckContext } from './checkSidecar';
import type { Finding, Fix } from './finding';

/** Codes, entities and other annotations that an annotation names and that aren't there; copies that a merge kept. */
export function checkReferences(file: SidecarFile, { codes, isEntity }: CheckContext): Finding[] {
  const byId = new Map(file.items.map((item) => [item.id, item.annotation]));
  return file.items.flatMap(({ annotation, value }, index) => {
    if (!annotation) return [];
    const found: Finding[] = [];
    const tell = (
      rule: string,
      message: Message,
      path: readonly (string | number)[],
      fixes: readonly Fix[],
      code?: string,
    ): void => {
      const span = file.locateItem(index, path) ?? { start: 0, end: 0 };
      found.push({
        rule,
        severity: 'warning',
        message,
        span,
        annotation: annotation.id,
        ...(code === undefined ? {} : { code }),
        fixes: file.writable ? fixes : [],
      });
    };
    for (const code of annotation.codes) {
      if (!codes || codes.has(code)) continue;
      const listed = isMapValue(value) ? value['codes'] : undefined;
      const place = listed !== undefined && isList(listed) ? listed.indexOf(code) : -1;
      tell(
        'sidecar/undefined-code',
        sentence('The codebook has no code `{0}`. Add it there, or choose another code.', code),
        ['codes', Math.max(0, place)],
        [
          ...idsAlike(code, codes.keys()).map((known) => ({
            title: sentence('Use the code `{0}`', known),
            sidecar: [recoded(annotation, code, known)],
          })),
          {
            title: sentence('Add `{0}` to the codebook', code),
            codebook: [{ kind: 'add', code: { id: code, name: code } }],
          },
          { title: sentence('Take `{0}` off this annotation', code), sidecar: [recoded(annotation, code)] },
        ],
        code,
      );
    }
    const { entity, conflict } = annotation;
    if (isEntity && entity !== undefined && entity !== 'none' && !isEntity(entity)) {
      tell(
        'sidecar/unknown-entity',
        sentence('No gazetteer has the entity `{0}`. Add it to one, or link to another.', entity),
        ['entity'],
        [{ title: sentence('Take the link away'), sidecar: [unlinked(annotation)] }],
      );
    }
    if (conflict !== undefined) {
      const other = byId.get(conflict);
      const message = other
        ? sentence(
            'A merge found two versions of this annotation: this one and `{0}`. Keep the better one.',
            conflict,
          )
        : sentence('The other version of this annotation, `{0}`, is gone. Delete `conflict:`.', conflict);
      const keep: Fix = {
        title: sentence('Keep this version'),
        sidecar: [
          ...(other ? [{ kind: 'remove' as const, id: conflict }] : []),
          { kind: 'put', annotation: settled(annotation, 'conflict') },
        ],
      };
      const drop: Fix = {
        title: sentence('Keep the other version'),
        sidecar: [{ kind: 'remove', id: annotation.id }],
      };
      tell(
        'sidecar/conflict',
        message,
        ['conflict'],
        other
          ? [
              keep,
              drop,
              {
                title: sentence('Keep both'),
                sidecar: [{ kind: 'put', annotation: settled(annotation, 'conflict') }],
              },
            ]
          : [keep],
      );
    }
    return found;
  });
}

/** With one code in place of another, or without it; an annotation that says nothing else then is deleted. */
function recoded(annotation: Annotation, from: string, to?: string): SidecarEdit {
  const codes = [...new Set(annotation.codes.flatMap((code) => (code === from ? (to ?? []) : code)))];
  return withoutEmpty({ ...annotation, codes });
}

function unlinked(annotation: Annotation): SidecarEdit {
  const { entity, ...rest } = annotation;
  return entity === undefined ? { kind: 'put', annotation } : withoutEmpty(rest);
}

export function withoutEmpty(annotation: Annotation): SidecarEdit {
  const says = annotation.codes.length > 0 || annotation.entity !== undefined || annotation.note;
  return says ? { kind: 'put', annotation } : { kind: 'remove', id: annotation.id };
}
