import picomatch from 'picomatch';
import { foldersOfCopies } from '../fileNames';

/** Folders that never hold a corpus's releases. */
export const alwaysExcluded: readonly string[] = [
  ...['**/.git', '**/node_modules', '**/.hg', '**/.svn'],
  ...foldersOfCopies,
];

/** Which files of a folder are read, as globs. */
export interface ReleaseGlobs {
  readonly releases: readonly string[];
  readonly exclude: readonly string[];
}

/** Tests paths relative to the root, with `/`. */
export interface PathFilter {
  isRelease(path: string): boolean;
  isExcluded(path: string): boolean;
}

export function pathFilter({ releases, exclude }: ReleaseGlobs): PathFilter {
  const isExcluded = picomatch([...alwaysExcluded, ...exclude], { dot: true });
  const wanted = picomatch(releases.filter((glob) => !glob.startsWith('!')));
  const unwanted = picomatch(releases.flatMap((glob) => (glob.startsWith('!') ? glob.slice(1) : [])));
  return { isExcluded, isRelease: (path) => wanted(path) && !unwanted(path) && !isExcluded(path) };
}
