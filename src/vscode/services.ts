import type { Uri } from 'vscode';
import type { IndexerHost } from '../core/corpus/indexing/indexerHost';
import type { FileSystem } from '../core/annotation/fileSystem';
import type { RecoveryFiles } from '../core/annotation/recovery';
import type { TextFingerprint } from '../core/annotation/annotation';

/** What the extension needs of the machine it runs on; the desktop and the browser entry point each bring their own. */
export interface Services {
  /** git's `user.name` where the folder lies; undefined when there is none. */
  gitUserName(folder: Uri): Promise<string | undefined>;
  /** The committed text of a release with this fingerprint, when git has it; without BOM. */
  committedText(release: Uri, text: TextFingerprint): Promise<string | undefined>;
  /** What a file said before the two sides of a merge changed it, while git still has the merge open. */
  mergeBase(file: Uri): Promise<string | undefined>;
  /** Replaces a file whole or leaves it as it was (temporary file + rename); undefined where the host can't. */
  readonly replaceFile: ((file: Uri, content: Uint8Array) => Promise<void>) | undefined;
  /** Adds to the end of a file, which is made with its folders where there is none; undefined where the host can't. */
  readonly appendFile: ((file: Uri, content: Uint8Array) => Promise<void>) | undefined;
  /** This machine's files, named by file system paths; undefined where there is no disk. */
  readonly disk: FileSystem | undefined;
  /** Keeps the other windows of this browser from what has this name until it is given back; undefined where that can't be done. */
  readonly lockName: ((name: string) => Promise<() => Promise<void>>) | undefined;
  /** Where annotations that can't be written are kept until they can; undefined where nothing outlives the window. */
  readonly recovery: RecoveryFiles | undefined;
  /** What reads a corpus's files for its index; undefined where that can't be done. */
  readonly indexing: ((folder: IndexedFolder) => IndexHosting | undefined) | undefined;
}

/** What decides which files of a corpus are indexed, and how they are read. */
export interface IndexedFolder {
  readonly root: Uri;
  readonly releases: readonly string[];
  readonly sidecars: string | undefined;
  readonly detect: boolean;
  /** As in `files.encoding`. */
  readonly encoding: string;
}

export interface IndexHosting {
  readonly host: IndexerHost;
  /** What part of the corpus is left out here; asked now and then. */
  limits?(): string | undefined;
  /** Names the version of the analysis. */
  readonly engine: string;
  /** All settings that decide what is read, as text. */
  readonly settings: string;
  dispose(): Promise<void>;
}
