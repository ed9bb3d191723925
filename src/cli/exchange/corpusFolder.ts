import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import type { Anchor, Annotation } from '../../core/annotation/annotation';
import type { Codebook } from '../../core/annotation/codebook';
import { readCodebook } from '../../core/annotation/codebookFile';
import { readSidecar } from '../../core/annotation/sidecar';
import { decodeFile } from '../../core/corpus/decodeFile';
import type { Project } from '../../core/corpus/project';
import { sidecarPath } from '../../core/corpus/project';
import type { Unheld, UnheldOfSidecar } from '../../core/formats/unheld';
import { unheldOfCodebook, unheldOfSidecar } from '../../core/formats/unheld';
import type { CompiledGazetteer } from '../../core/recognition/compileGazetteer';
import { looksLikeRelease } from '../../core/release/detect';
import { listReleases } from '../../node/indexing/listReleases';
import { loadGazetteer } from '../gazetteer';
import type { GazetteerOptions } from '../gazetteer';
import { CommandError } from '../io';
import type { Io } from '../io';
import { problemLine } from '../problemLine';
import { projectAround } from '../projectAround';

/** What stands for bytes that are no character. */
const replacement = '\ufffd';

/** A release as it lies in the folder, with what its sidecar says. */
export interface ReleaseFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Without BOM, any line ends. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly anchors: readonly Anchor[];
  /** The sidecar's source; undefined where there is none. */
  readonly sidecar: string | undefined;
  /** What the sidecar says that goes into no format. */
  readonly unheld?: UnheldOfSidecar;
}

/** A corpus on disk, read file by file as it is asked for. */
export interface CorpusFolder {
  readonly root: string;
  readonly name: string;
  readonly project: Project;
  readonly codebook: Codebook;
  readonly codebookFile: string;
  /** What it says that goes into no format. */
  readonly unheld: readonly Unheld[];
  readonly gazetteer: CompiledGazetteer;
  /** Releases that were asked for, in the order of their paths. */
  readonly paths: readonly string[];
  /** Undefined where it cannot be read or (in a folder that is searched) does not look like a release. */
  read(path: string): ReleaseFile | undefined;
  sidecarFile(path: string): string;
  /** What could not be read so far, once each. */
  readonly problems: ReadonlySet<string>;
}

/** Opens the corpus of the folders or files named: the one around the first of them, else that folder. */
export function openCorpusFolder(
  io: Io,
  named: readonly string[],
  options: GazetteerOptions & { readonly encoding?: string },
): CorpusFolder {
  const asked = (named.length === 0 ? ['.'] : named).map((path) => resolve(io.cwd, path));
  const missing = asked.find((path) => !existsSync(path));
  if (missing !== undefined) throw new CommandError(`${missing}: no such file or folder`);
  const first = statSync(asked[0]!).isDirectory() ? asked[0]! : dirname(asked[0]!);
  const { root, project } = projectAround(first);
  const problems = new Set<string>();
  const codebookFile = join(root, project.codebook);
  const codebookSource = existsSync(codebookFile) ? readFileSync(codebookFile, 'utf8') : undefined;
  const codebook = codebookSource === undefined ? undefined : readCodebook(codebookSource);
  for (const problem of codebook?.problems ?? [])
    problems.add(problemLine(project.codebook, codebookSource ?? '', problem));
  const gazetteer = loadGazetteer({ ...io, cwd: root }, resolved(options, io.cwd));
  const { paths, isNamed } = listPaths(root, project, asked);
  const sidecarFile = (path: string): string => join(root, sidecarPath(path, project));
  const isSearched = project.detection === 'auto';
  return {
    ...{ root, project, codebookFile, gazetteer, paths, sidecarFile, problems },
    name: basename(root),
    codebook: codebook?.codebook ?? { codes: [] },
    unheld: unheldOfCodebook(codebook, project.codebook),
    read: (path) => {
      const found = isSearched && !isNamed(path);
      return readRelease(root, path, sidecarFile(path), found, options.encoding ?? 'utf8', problems);
    },
  };
}

function resolved(options: GazetteerOptions, cwd: string): GazetteerOptions {
  const gazetteer = options.gazetteer?.map((path) => resolve(cwd, path));
  return { ...options, ...(gazetteer !== undefined && { gazetteer }) };
}

/** Files are taken as named; of folders, what the project's globs match. */
function listPaths(
  root: string,
  project: Project,
  asked: readonly string[],
): { readonly paths: readonly string[]; isNamed(path: string): boolean } {
  const inRoot = asked.map((path) => ({ path: relative(root, path).split(sep).join('/'), full: path }));
  const outside = inRoot.find(({ path }) => path === '..' || path.startsWith('../'));
  if (outside !== undefined) throw new CommandError(`${outside.full}: not in the corpus ${root}`);
  const files = new Set(inRoot.filter(({ full }) => statSync(full).isFile()).map(({ path }) => path));
  const folders = inRoot
    .filter(({ path }) => !files.has(path))
    .map(({ path }) => (path === '' ? '' : `${path}/`));
  const found = new Set(files);
  if (folders.length > 0) {
    const corpus = {
      ...{ root, releases: project.releases, exclude: [], sidecars: project.sidecars },
      ...{ detect: false, encoding: 'utf8', background: false },
    };
    for (const batch of listReleases(corpus)) {
      for (const { path } of batch) if (folders.some((folder) => path.startsWith(folder))) found.add(path);
    }
  }
  return { paths: [...found].sort(), isNamed: (path) => files.has(path) };
}

function readRelease(
  root: string,
  path: string,
  sidecarFile: string,
  isSearched: boolean,
  encoding: string,
  problems: Set<string>,
): ReleaseFile | undefined {
  const bytes = readFileSync(join(root, path));
  const decoded = decodeFile(bytes, encoding);
  if (decoded.kind === 'unknown-encoding') throw new CommandError(`--encoding ${encoding}: not known`);
  if (decoded.kind === 'binary') {
    if (!isSearched) problems.add(`${path}: not a text file`);
    return undefined;
  }
  const { text } = decoded;
  const isDamaged = text.includes(replacement) && !bytes.includes(replacement);
  if (isDamaged) problems.add(`${path}: some bytes are no ${encoding}; say what it is with --encoding`);
  const sidecar = existsSync(sidecarFile) ? readFileSync(sidecarFile, 'utf8') : undefined;
  if (sidecar === undefined) {
    if (isSearched && !looksLikeRelease(text, basename(path)).isRelease) return undefined;
    return { path, text, annotations: [], anchors: [], sidecar };
  }
  const reading = readSidecar(sidecar);
  for (const problem of reading.problems) problems.add(problemLine(sidecarFile, sidecar, problem));
  const annotations = reading.sidecar?.annotations ?? [];
  const previousLength = reading.sidecar?.text?.length;
  const known = previousLength === undefined ? {} : { previousLength };
  const anchors = anchorAnnotations(text, annotations, known);
  return { path, text, annotations, anchors, sidecar, unheld: unheldOfSidecar(reading) };
}
