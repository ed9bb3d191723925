import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectFileName, readProject } from '../core/corpus/project';
import { compileGazetteer } from '../core/recognition/compileGazetteer';
import type { CompiledGazetteer } from '../core/recognition/compileGazetteer';
import type { Entity } from '../core/recognition/entity';
import { readGazetteer } from '../core/recognition/gazetteerFile';
import { CommandError } from './io';
import type { Io } from './io';

export interface GazetteerOptions {
  /** Further gazetteer files, relative to the working folder. */
  readonly gazetteer?: readonly string[];
  /** False: do without the built-in list. */
  readonly builtin?: boolean;
}

/** The gazetteer a command works with, made ready; see {@link loadEntities}. */
export function loadGazetteer(io: Io, options: GazetteerOptions): CompiledGazetteer {
  return compileGazetteer(loadEntities(io, options));
}

/**
 * The entities a command works with: the built-in one, those of the corpus around the working folder (`pressmark.yaml`, or an
 * `entities.yaml` in it), and those named by options; a later one overrides an earlier one by id.
 */
export function loadEntities(io: Io, options: GazetteerOptions): readonly Entity[] {
  const root = corpusRoot(io.cwd);
  const projectFile = join(root ?? io.cwd, projectFileName);
  const { project } = readProject(existsSync(projectFile) ? readFileSync(projectFile, 'utf8') : 'version: 1');
  const ofCorpus = project.gazetteers
    .map((path) => join(root ?? io.cwd, path))
    .filter((path) => existsSync(path));
  const named = (options.gazetteer ?? []).map((path) => resolve(io.cwd, path));
  const builtin = options.builtin !== false && project.builtinGazetteer ? builtinEntities() : [];
  return [...builtin, ...[...ofCorpus, ...named].flatMap((path) => readEntities(io, path))];
}

/** The nearest folder upwards that has a `pressmark.yaml`. */
export function corpusRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, projectFileName))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The built-in gazetteer lies beside the bundle; run from the sources, in `dist/`. */
export function builtinEntities(): readonly Entity[] {
  const places = [join(__dirname, 'gazetteer.json'), join(__dirname, '..', '..', 'dist', 'gazetteer.json')];
  const file = places.find((path) => existsSync(path));
  if (file === undefined)
    throw new CommandError('The built-in gazetteer is missing: run `npm run build`, or use --no-builtin.');
  return (JSON.parse(readFileSync(file, 'utf8')) as { entities: readonly Entity[] }).entities;
}

function readEntities(io: Io, path: string): readonly Entity[] {
  if (!existsSync(path)) throw new CommandError(`${path}: no such gazetteer`);
  const { entities, problems } = readGazetteer(readFileSync(path, 'utf8'));
  for (const problem of problems) io.err(`${path}: ${problem.message}`);
  return entities;
}
