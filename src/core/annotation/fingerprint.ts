import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { toLf } from '../text/lines';
import { storedOffsets } from '../text/offsets';
import type { TextFingerprint } from './annotation';

/** What tells at a glance whether a release is still the text that its sidecar speaks of; `text` is without BOM. */
export function fingerprint(text: string): TextFingerprint {
  return { length: storedOffsets(text).length, sha256: bytesToHex(sha256(utf8ToBytes(toLf(text)))) };
}
