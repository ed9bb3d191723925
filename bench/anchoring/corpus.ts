import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real releases, which belong to their issuers and so are not part of this project. */
export const corpusFolder = join(__dirname, '../../../shared/corpus');

/** Development sees one half of the releases, final figures come from the other. */
export type Half = 'development' | 'final';

export function hasCorpus(): boolean {
  return existsSync(corpusFolder);
}

/** Texts of one half of the corpus, in the order of a hash of their names. */
export function readCorpus(half: Half, least: number): readonly string[] {
  return readdirSync(corpusFolder)
    .flatMap((issuer) => readdirSync(join(corpusFolder, issuer)).map((file) => join(issuer, file)))
    .map((path) => ({ path, hash: createHash('sha256').update(path).digest('hex') }))
    .filter(({ hash }) => (Number.parseInt(hash[0]!, 16) % 2 === 0) === (half === 'development'))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ path }) => readFileSync(join(corpusFolder, path), 'utf8').replace(/\r\n?/g, '\n'))
    .filter((text) => text.length >= least);
}
