import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const text = `Guests Leave Port Harrow

Port Harrow, May 4 (VNA) -- The guests gave warm thanks to their hosts and went on board in the evening.
`;

/** Writes a release whose sidecar waits for a person: a passage that is gone, and two versions that a merge kept. */
export async function writeDecisions(folder: string): Promise<{ release: string; sidecar: string }> {
  const release = 'decisions.release';
  const sidecar = `${release}.annotations.yaml`;
  const quote = 'warm thanks to their hosts';
  const start = text.indexOf(quote);
  const target = `target: [{start: ${start}, end: ${start + quote.length}, quote: ${quote}}]`;
  await writeFile(join(folder, release), text);
  await writeFile(
    join(folder, sidecar),
    `version: 1
release: ${release}
annotations:
  - id: version1
    codes: [friendship]
    ${target}
  - id: version2
    codes: [gratitude]
    conflict: version1
    ${target}
  - id: goneaway
    codes: [hardship]
    target: [{start: 40, end: 78, quote: Seven ships were lost in a winter gale}]
`,
  );
  return { release, sidecar };
}
