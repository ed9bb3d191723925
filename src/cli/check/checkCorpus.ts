import { sentence, type Message } from '../../core/text/message';
import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { checkSidecar, type CheckContext } from '../../core/annotation/checks/checkSidecar';
import { atLevels, type Finding } from '../../core/annotation/checks/finding';
import { isRule } from '../../core/annotation/checks/rules';
import { flattenCodes } from '../../core/annotation/codebook';
import { readCodebook } from '../../core/annotation/codebookFile';
import { FileError } from '../../core/annotation/fileSystem';
import { readSidecar } from '../../core/annotation/readSidecar';
import { decodeFile } from '../../core/corpus/decodeFile';
import {
  projectFileName,
  readProject,
  releasePathOf,
  sidecarSuffix,
  type Project,
} from '../../core/corpus/project';
import { unknownEntities } from '../../core/corpus/unknownEntities';
import type { Entity } from '../../core/recognition/entity';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import { parseRelease } from '../../core/release/parseRelease';
import type { Problem } from '../../core/text/problem';
import { listReleases } from '../../node/indexing/listReleases';
import { nodeFiles, readBytes } from '../../node/nodeFiles';
import { builtinEntities } from '../gazetteer';
import { CommandError, type Io } from '../io';
import { corpusRoot } from '../projectAround';

/** The findings of one file. Spans are UTF-16 offsets of its source. */
export interface CheckedFile {
  /** Relative to the corpus, with `/`. */
  readonly path: string;
  readonly source: string;
  readonly findings: readonly Finding[];
}

export interface CheckedCorpus {
  readonly root: string;
  readonly project: Project;
  /** Files with findings come first read, first told: project, codebook, gazetteers, sidecars by path. */
  readonly files: AsyncIterable<CheckedFile>;
}

/** Checks a corpus, or the sidecars of a folder of it. */
export async function checkCorpus(io: Io, folder: string): Promise<CheckedCorpus> {
  const asked = resolve(io.cwd, folder);
  if (!statSync(asked, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${asked}: no such folder`);
  const root = corpusRoot(asked) ?? asked;
  const projectSource = await nodeFiles.read(join(root, projectFileName));
  const { project, problems } = readProject(projectSource ?? '');
  const inside = relative(root, asked).split(sep).join('/');
  return { root, project, files: checkFiles(io, root, project, { source: projectSource, problems }, inside) };
}

async function* checkFiles(
  io: Io,
  root: string,
  project: Project,
  own: { readonly source: string | undefined; readonly problems: readonly Problem[] },
  inside: string,
): AsyncGenerator<CheckedFile> {
  const { rules: levels } = project;
  const checked = (path: string, source: string, problems: readonly Problem[]): CheckedFile => {
    return {
      path,
      source,
      findings: atLevels(problems, levels).map((problem) => ({ fixes: [], ...problem })),
    };
  };
  yield checked(projectFileName, own.source ?? '', [
    ...own.problems,
    ...projectProblems(root, project, own.source ?? ''),
  ]);

  const codebook = await readText(root, project.codebook);
  const reading = codebook.text === undefined ? undefined : readCodebook(codebook.text);
  yield checked(project.codebook, codebook.text ?? '', [...codebook.problems, ...(reading?.problems ?? [])]);

  const entities = new Set(project.builtinGazetteer ? builtinEntities().map(({ id }) => id) : []);
  const gazetteers = await Promise.all(project.gazetteers.map((path) => gazetteerAt(root, path)));
  for (const { read } of gazetteers) for (const { id } of read) entities.add(id);
  for (const { path, source, problems, read } of gazetteers) {
    yield checked(path, source, [...problems, ...unknownEntities(source, read, (id) => entities.has(id))]);
  }

  const context: CheckContext = {
    levels,
    isEntity: (id) => entities.has(id),
    ...(reading?.codebook
      ? { codes: new Map(flattenCodes(reading.codebook).map((code) => [code.id, code])) }
      : {}),
  };
  const sidecars = listSidecars(root, project, inside);
  for (const [i, path] of sidecars.entries()) {
    if (io.interactive && i % 100 === 99) io.err(`${i + 1} of ${sidecars.length} sidecars`);
    const sidecar = await readText(root, path);
    if (sidecar.text === undefined) yield checked(path, '', sidecar.problems);
    else
      yield {
        path,
        source: sidecar.text,
        findings: checkSidecar(readSidecar(sidecar.text), {
          ...context,
          ...(await releaseOf(root, project, path)),
        }),
      };
  }
}

async function gazetteerAt(
  root: string,
  path: string,
): Promise<Omit<CheckedFile, 'findings'> & { problems: readonly Problem[]; read: readonly Entity[] }> {
  const { text, problems } = await readText(root, path);
  const read = text === undefined ? undefined : readGazetteer(text);
  return {
    path,
    source: text ?? '',
    problems: [...problems, ...(read?.problems ?? [])],
    read: read?.entities ?? [],
  };
}

async function releaseOf(root: string, project: Project, path: string): Promise<CheckContext> {
  const release = releasePathOf(path, project);
  if (release === undefined) return {};
  const name = basename(release);
  const bytes = await readBytes(join(root, release)).catch(() => undefined);
  if (bytes === undefined) return { release: name, releaseMissing: true };
  const decoded = decodeFile(bytes);
  if (decoded.kind !== 'text') return { release: name };
  return {
    release: name,
    text: decoded.text,
    regions: parseRelease(decoded.text, { fileName: name }).regions,
  };
}

function listSidecars(root: string, project: Project, inside: string): string[] {
  const corpus = {
    root,
    releases: [`**/*${sidecarSuffix}`],
    exclude: [],
    detect: false,
    encoding: 'utf8',
    background: false,
  };
  const folder = inside === '' ? '' : `${inside}/`;
  return [...listReleases(corpus)]
    .flat()
    .map(({ path }) => path)
    .filter((path) => path.startsWith(folder) || releasePathOf(path, project)?.startsWith(folder))
    .filter((path) => releasePathOf(path, project) !== undefined)
    .sort();
}

interface ReadText {
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** A file that isn't there is no problem here. */
async function readText(root: string, path: string): Promise<ReadText> {
  try {
    const text = await nodeFiles.read(join(root, path));
    return text === undefined ? { problems: [] } : { text, problems: [] };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const message =
      error.code === 'not-text'
        ? sentence('This file isn’t UTF-8 text. Save it as UTF-8.')
        : sentence('This file can’t be read ({0}).', error.message);
    return {
      problems: [{ rule: 'file/unreadable', severity: 'error', message, span: { start: 0, end: 0 } }],
    };
  }
}

/** What only the folder tells: files that aren't there; and rules there aren't. */
function projectProblems(root: string, project: Project, source: string): Problem[] {
  const named = [...project.gazetteers, project.codebook].filter(
    (path) => source.includes(path) && !existsSync(join(root, path)),
  );
  const missing = named.map((path) =>
    problem(
      'project/missing-file',
      'error',
      sentence('{0} isn’t there. Make it, or correct the path.', path),
      source,
      path,
    ),
  );
  const unknown = Object.keys(project.rules).filter((rule) => !isRule(rule));
  return [
    ...missing,
    ...unknown.map((rule) =>
      problem(
        'project/unknown-rule',
        'warning',
        sentence('There is no rule `{0}`. `pressmark check --rules` lists them.', rule),
        source,
        rule,
      ),
    ),
  ];
}

function problem(
  rule: string,
  severity: Problem['severity'],
  message: Message,
  source: string,
  text: string,
): Problem {
  const start = Math.max(0, source.indexOf(text));
  return { rule, severity, message, span: { start, end: start + text.length } };
}
