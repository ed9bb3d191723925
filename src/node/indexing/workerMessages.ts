import type { IndexJob, ListedFile } from '../../core/corpus/indexing/indexerHost';
import type { Entity } from '../../core/recognition/entity';
import type { PackedFiles } from './packedFiles';

/** The corpus a worker reads, told when it starts. */
export interface WorkerCorpus {
  /** Absolute path of the corpus's folder. */
  readonly root: string;
  /** Globs of release files, relative to the root. */
  readonly releases: readonly string[];
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Folder of the sidecars, as in the project file. */
  readonly sidecars?: string | undefined;
  readonly detect: boolean;
  readonly encoding: string;
  /** Leave the processor to others first, where the system can do that for a thread. */
  readonly background: boolean;
}

export type WorkerRequest =
  | { readonly kind: 'entities'; readonly entities: readonly Entity[] }
  | { readonly kind: 'analyse'; readonly id: number; readonly jobs: readonly IndexJob[] }
  | { readonly kind: 'list'; readonly id: number }
  | { readonly kind: 'stat'; readonly id: number; readonly paths: readonly string[] };

/** Answers name the request's id; `files` may come many times before `listed`, which brings the last of them. */
export type WorkerAnswer =
  | { readonly kind: 'packet'; readonly id: number; readonly packet: Uint8Array }
  | { readonly kind: 'files'; readonly id: number; readonly files: PackedFiles }
  | { readonly kind: 'stamps'; readonly id: number; readonly files: readonly (ListedFile | undefined)[] }
  | { readonly kind: 'listed'; readonly id: number; readonly files: PackedFiles }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
