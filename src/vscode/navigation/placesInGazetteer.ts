import type { GazetteerReading } from '../../core/recognition/gazetteerFile';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import type { Span } from '../../core/text/span';

/** A corpus has few gazetteers, and a large one takes a twentieth of a second to be read. */
const mostKept = 4;
const kept = new Map<string, { readonly source: string; readonly locate: GazetteerReading['locate'] }>();

/**
 * Where an entity stands in a gazetteer, in UTF-16 offsets of its text; undefined where it isn't in it. Gazetteers are kept as
 * they were read, until their text is another.
 *
 * @param file names the gazetteer
 */
export function placeInGazetteer(entity: string, file: string, source: string): Span | undefined {
  const known = kept.get(file);
  const read = known?.source === source ? known : { source, locate: readGazetteer(source).locate };
  kept.delete(file);
  kept.set(file, read);
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return read.locate(entity);
}
