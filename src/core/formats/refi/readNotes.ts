import type { ReadAnnotation, ReadProblem } from '../format';
import { defined } from '../gather';
import { shorten } from '../lossReport';
import type { XmlNode } from '../xml';
import { childOf, childrenOf } from '../xml';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** A note of a project, and the passage that it names itself, as QualCoder writes its annotations. */
export interface ProjectNote {
  readonly text: string;
  readonly author?: string;
  readonly created?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

/** The notes of a project by GUID. */
export function readNotes(
  root: XmlNode,
  authorOfGuid: ReadonlyMap<string, string>,
): ReadonlyMap<string, ProjectNote> {
  return new Map(
    childrenOf(childOf(root, 'Notes'), 'Note').map((note) => {
      const { attributes } = note;
      const place = childOf(note, 'PlainTextSelection')?.attributes;
      const [start, end] = [Number(place?.['startPosition']), Number(place?.['endPosition'])];
      const read = defined({
        text: childOf(note, 'PlainTextContent')?.text ?? attributes['name'] ?? '',
        author: authorOfGuid.get(attributes['creatingUser'] ?? ''),
        created: attributes['creationDateTime'],
        span: Number.isInteger(start) && end > start ? { start, end } : undefined,
      });
      return [attributes['guid'] ?? '', read];
    }),
  );
}

/** Notes that hang on a source as a whole but name a passage of it. */
export function notedPassages(
  source: XmlNode,
  notes: ReadonlyMap<string, ProjectNote>,
): readonly ReadAnnotation[] {
  return childrenOf(source, 'NoteRef').flatMap((ref) => {
    const note = notes.get(ref.attributes['targetGUID'] ?? '');
    if (note?.span === undefined) return [];
    const { text, author, created, span } = note;
    return [defined({ labels: [], spans: [span], note: text, author, created })];
  });
}

/** What a project holds that has no place in sidecars: notes on whole texts or on nothing, codings of whole texts, links, sets… */
export function leftOut(
  root: XmlNode,
  sources: readonly XmlNode[],
  notes: ReadonlyMap<string, ProjectNote>,
  file: string,
): readonly ReadProblem[] {
  const messages: Message[] = [];
  const referred = new Set<string>();
  for (const source of sources) {
    const name = source.attributes['name'] ?? sentence('a source');
    for (const selection of childrenOf(source, 'PlainTextSelection'))
      for (const ref of childrenOf(selection, 'NoteRef')) referred.add(ref.attributes['targetGUID'] ?? '');
    for (const { attributes } of childrenOf(source, 'NoteRef')) {
      const guid = attributes['targetGUID'] ?? '';
      const note = notes.get(guid);
      referred.add(guid);
      if (note !== undefined && note.span === undefined)
        messages.push(sentence('A note on the whole of {0} is left out: “{1}”', name, shorten(note.text)));
    }
    const codings = childrenOf(source, 'Coding').length;
    if (codings > 0) messages.push(sentence('Codings of the whole of {0} are left out: {1}', name, codings));
  }
  for (const [guid, { text }] of notes)
    if (!referred.has(guid))
      messages.push(sentence('A note that is on no passage is left out: “{0}”', shorten(text)));
  for (const [list, things] of [
    ['Links', sentence('links')],
    ['Sets', sentence('sets')],
    ['Graphs', sentence('graphs')],
  ] as const) {
    const count = childOf(root, list)?.children.length ?? 0;
    if (count > 0) messages.push(sentence('There are no {0} here; left out: {1}', things, count));
  }
  return messages.map((message) => ({ file, message }));
}
