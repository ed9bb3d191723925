/** Marks the root of a corpus. */
export const projectFileName = 'pressmark.yaml';
/** A sidecar is named after its release: `visit.txt.annotations.yaml`. */
export const sidecarSuffix = '.annotations.yaml';
/** The codebook of a corpus that names no other. */
export const usualCodebook = 'codebook.yaml';
/** The gazetteer of a corpus that names no other. */
export const usualGazetteer = 'entities.yaml';

/** Folders of a corpus in which copies of releases lie, not releases: where brat's texts are exported to. */
export const foldersOfCopies: readonly string[] = ['exports/brat'];
