export type FileErrorCode =
  'not-found' | 'no-permission' | 'read-only' | 'no-space' | 'not-text' | 'busy' | 'other';

/** What a host's file system throws; the message is for people. */
export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Tells two states of a file apart; equal for one that wasn't written to. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  /** Anything else that tells a replaced file from the one before. */
  readonly key?: string;
}

/**
 * The files of a host: Node's, or an editor's. Paths are whatever the host calls its files. Text is UTF-8; a byte-order mark stays in it.
 * Everything throws `FileError`.
 */
export interface FileSystem {
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Writes a whole file, on disk when it resolves. `like`: a file whose permissions it is to have. */
  write(path: string, text: string, like?: string): Promise<void>;
  /** Over a file that is there. */
  rename(from: string, to: string): Promise<void>;
  /** No error where there is no such file. */
  delete(path: string): Promise<void>;
  stat(path: string): Promise<FileStamp | undefined>;
  /** Keeps other windows and programs of Pressmark from writing to the file until the lock is given back. */
  lock?(path: string): Promise<FileLock>;
}

export interface FileLock {
  /** False where somebody may write all the same: another machine, another browser, or anybody because nothing can be locked. */
  readonly keepsAll: boolean;
  release(): Promise<void>;
}

/** Locks nothing. */
export const noLock: FileLock = { keepsAll: false, release: () => Promise.resolve() };

/** A sidecar that is open in an editor: it is read and changed there. */
export interface OpenDocument {
  readonly text: string;
  /** False where the editor refused. */
  replace(text: string): Promise<boolean>;
}
