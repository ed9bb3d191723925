import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ExportChunk } from '../../core/formats/format';
import { CommandError } from '../io';

/** Files kept open at a time; formats with a file a release would have them all. */
const openAtOnce = 32;

/**
 * Where an export goes: everything is written to a folder beside the target first and moved there when all of it is
 * there, so that whoever cancels, or a full disk, leaves no half file.
 */
export class TargetFolder {
  private readonly temporary: string;
  /** The outermost folder that had to be made for `temporary`. */
  private readonly made: string | undefined;
  private readonly paths = new Set<string>();
  private readonly open = new Map<string, number>();
  private readonly folders = new Set<string>();
  bytes = 0;

  /** `target` is a folder, or (for an export of one file) that file. `forbidden` are files that must not be replaced. */
  constructor(
    private readonly target: string,
    private readonly forbidden: (path: string) => boolean,
  ) {
    this.temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    this.made = mkdirSync(this.temporary, { recursive: true });
  }

  write({ path, content }: ExportChunk): void {
    const file = this.handleOf(path);
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    this.bytes += bytes.length;
  }

  /** Moves all files to their places; returns their paths. */
  finish(): readonly string[] {
    this.closeAll();
    const [only] = this.paths;
    const isFile = this.paths.size === 1 && extensionOf(only!) === extensionOf(this.target);
    const places = new Map(
      [...this.paths].map((path) => [path, isFile ? this.target : join(this.target, path)]),
    );
    const spoilt = [...places.values()].find((place) => this.forbidden(resolve(place)));
    if (spoilt !== undefined) {
      throw new CommandError(`${spoilt} is a file of the corpus and is not replaced; choose another --out.`);
    }
    // A folder that was not there is moved as a whole: thousands of files one by one take their time.
    if (!isFile && this.paths.size > 0 && !existsSync(this.target)) {
      renameSync(this.temporary, this.target);
      return [...places.values()];
    }
    const made = new Set<string>();
    for (const [path, place] of places) {
      makeFolder(dirname(place), made);
      renameSync(join(this.temporary, path), place);
    }
    this.remove();
    return [...places.values()];
  }

  /** Leaves nothing behind, nor any folder that was made on the way. */
  remove(): void {
    this.closeAll();
    rmSync(this.temporary, { recursive: true, force: true });
    if (this.made === undefined) return;
    let folder = dirname(this.temporary);
    while (folder.startsWith(this.made) && removedEmpty(folder)) folder = dirname(folder);
  }

  private handleOf(path: string): number {
    const known = this.open.get(path);
    if (known !== undefined) return known;
    const full = join(this.temporary, path);
    const inside = relative(this.temporary, full);
    if (inside === '..' || inside.startsWith(`..${sep}`)) throw new CommandError(`${path} would be outside.`);
    if (this.open.size >= openAtOnce) {
      const [oldest, handle] = this.open.entries().next().value!;
      closeSync(handle);
      this.open.delete(oldest);
    }
    makeFolder(dirname(full), this.folders);
    const handle = openSync(full, this.paths.has(path) ? 'a' : 'w');
    this.paths.add(path);
    this.open.set(path, handle);
    return handle;
  }

  private closeAll(): void {
    for (const handle of this.open.values()) closeSync(handle);
    this.open.clear();
  }
}

function removedEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

function extensionOf(path: string): string {
  const name = basename(path);
  return name.includes('.') ? name.slice(name.lastIndexOf('.')).toLowerCase() : '';
}
