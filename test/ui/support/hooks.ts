import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../../scripts/support/tool-cache.mjs';
import { closeBrowser } from './session';
import { openWorkbenches } from './workbench';

const failuresFolder = join(projectFolder, 'out', 'failures');

/** Root hooks of mocha: evidence of every failure is kept in out/failures/, and nothing that was opened stays open. */
export const mochaHooks = {
  async beforeAll(): Promise<void> {
    await rm(failuresFolder, { recursive: true, force: true });
  },

  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test
      .fullTitle()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 100);
    for (const [index, workbench] of openWorkbenches().entries()) {
      const folder = join(failuresFolder, index === 0 ? name : `${name}-${index + 1}`);
      await workbench.keepEvidence(folder);
      console.log(`      screenshot and logs: ${folder}`);
    }
  },

  async afterAll(): Promise<void> {
    for (const workbench of openWorkbenches()) await workbench.close();
    await closeBrowser();
  },
};
