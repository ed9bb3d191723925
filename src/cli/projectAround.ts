import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFileName, readProject, type Project } from '../core/corpus/project';
import { problemLine } from './problemLine';

/** The corpus a folder belongs to. */
export interface ProjectFolder {
  /** Absolute: the nearest folder upwards that has a `pressmark.yaml`, else the folder itself. */
  readonly root: string;
  readonly project: Project;
  /** What is wrong with the `pressmark.yaml`, a line each. */
  readonly problems: readonly string[];
}

/** @param folder an absolute path */
export function projectAround(folder: string): ProjectFolder {
  const root = corpusRoot(folder) ?? folder;
  const file = join(root, projectFileName);
  const source = existsSync(file) ? readFileSync(file, 'utf8') : 'version: 1';
  const { project, problems } = readProject(source);
  return { root, project, problems: problems.map((problem) => problemLine(file, source, problem)) };
}

/** The nearest folder upwards that has a `pressmark.yaml`. */
export function corpusRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, projectFileName))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
