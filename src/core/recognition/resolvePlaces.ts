import type { ReleaseMetadata } from '../release/release';
import type { CompiledGazetteer } from './compileGazetteer';
import { findingOver } from './reading';
import type { Reading } from './reading';

/**
 * Decides which of two states an adjective or a short name means that both bear (`Korean`, `Congolese`, `Korea`): the one the
 * release names more often in full, else the issuer's own, else the first.
 */
export function choosePolity(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  metadata: ReleaseMetadata,
): void {
  const doubtful = reading.findings.filter(
    (finding) => finding.type === 'place' && finding.candidates.length > 1,
  );
  const named = new Map<string, number>();
  const korea = reading.findings.filter((finding) => finding.candidates[0] === 'korea');
  if (doubtful.length === 0 && korea.length === 0) return;
  for (const finding of reading.findings) {
    if (finding.type !== 'place' || finding.candidates.length !== 1) continue;
    // Not the `Korea` in `South Korea`.
    const over = findingOver(reading, finding.from);
    if (over !== finding && over?.type === 'place') continue;
    named.set(finding.candidates[0]!, (named.get(finding.candidates[0]!) ?? 0) + 1);
  }
  const own = homeOf(metadata);
  if (own !== undefined) named.set(own, (named.get(own) ?? 0) + 1000);
  for (const finding of doubtful) {
    const ranked = [...finding.candidates].sort((a, b) => (named.get(b) ?? 0) - (named.get(a) ?? 0));
    finding.candidates = ranked;
  }
  // By itself, Korea is the divided country to the North, and itself to the South.
  if (own === 'south-korea' && gazetteer.entities.has(own))
    for (const finding of korea) finding.candidates = [own, 'korea'];
}

/** The state whose agency issued a release. */
function homeOf(metadata: ReleaseMetadata): string | undefined {
  const issuer = `${metadata.issuer ?? ''} ${metadata.agency ?? ''}`;
  if (/KCNA|Rodong|Minju|Democratic People/.test(issuer)) return 'north-korea';
  if (/Republic of Korea|Yonhap/.test(issuer)) return 'south-korea';
  return undefined;
}
