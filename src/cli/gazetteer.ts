import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileGazetteer } from '../core/recognition/compileGazetteer';
import type { CompiledGazetteer } from '../core/recognition/compileGazetteer';
import type { Entity } from '../core/recognition/entity';
import { readGazetteer } from '../core/recognition/gazetteerFile';
import { CommandError } from './io';
import type { Io } from './io';
import { problemLine } from './problemLine';
import { projectAround } from './projectAround';

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
 * `entities.yaml` in it), and those named by options; a later one overrides an earlier one by id. What is wrong with these files
 * is told on standard error.
 */
export function loadEntities(io: Io, options: GazetteerOptions): readonly Entity[] {
  const { root, project, problems } = projectAround(io.cwd);
  for (const problem of problems) io.err(problem);
  const ofCorpus = project.gazetteers.map((path) => join(root, path)).filter((path) => existsSync(path));
  const named = (options.gazetteer ?? []).map((path) => resolve(io.cwd, path));
  const builtin = options.builtin !== false && project.builtinGazetteer ? builtinEntities() : [];
  return [...builtin, ...[...ofCorpus, ...named].flatMap((path) => readEntities(io, path))];
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
  const source = readFileSync(path, 'utf8');
  const { entities, problems } = readGazetteer(source);
  for (const problem of problems) io.err(problemLine(path, source, problem));
  return entities;
}
