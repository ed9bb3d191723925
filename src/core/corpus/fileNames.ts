/** Marks the root of a corpus. */
export const projectFileName = 'pressmark.yaml';
/** A sidecar is named after its release: `visit.txt.annotations.yaml`. */
export const sidecarSuffix = '.annotations.yaml';
/** The codebook of a corpus that names no other. */
export const usualCodebook = 'codebook.yaml';
/** The gazetteer of a corpus that names no other. */
export const usualGazetteer = 'entities.yaml';
