import type { Uri } from 'vscode';
import type { TextFingerprint } from '../core/annotation/annotation';

/** What the extension needs of the machine it runs on; the desktop and the browser entry point each bring their own. */
export interface Services {
  /** git's `user.name` where the folder lies; undefined when there is none. */
  gitUserName(folder: Uri): Promise<string | undefined>;
  /** The committed text of a release with this fingerprint, when git has it; without BOM. */
  committedText(release: Uri, text: TextFingerprint): Promise<string | undefined>;
  /** Replaces a file whole or leaves it as it was (temporary file + rename); undefined where the host can't. */
  readonly replaceFile: ((file: Uri, content: Uint8Array) => Promise<void>) | undefined;
}
