/** The path with an ending that a target asks for; a path that has it stays. */
export function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(extension) ? path : path + extension;
}

/** The path without that ending. */
export function withoutExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(extension) ? path.slice(0, -extension.length) : path;
}

/**
 * Which of our releases another tool's file speaks of: the one of that path, that path without or with an ending the
 * tool added or took, or the only one of that file name.
 */
export function matchRelease(path: string, releases: readonly string[]): string | undefined {
  const clean = path.replaceAll('\\', '/').replace(/^\.?\/+/, '');
  const same = (wanted: string): string | undefined => releases.find((release) => release === wanted);
  const found = same(clean) ?? same(clean.replace(/\.[^./]+$/, '')) ?? same(`${clean}.txt`);
  if (found !== undefined) return found;
  const stem = nameOf(clean).replace(/\.[^.]+$/, '');
  const alike = releases.filter((release) =>
    [nameOf(clean), stem, `${stem}.txt`, `${nameOf(clean)}.txt`].includes(nameOf(release)),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
