import { registerAnchor } from './commands/anchor';
import { registerCheck } from './commands/check';
import { registerCodes } from './commands/codes';
import { registerExport } from './commands/export';
import { registerFind } from './commands/find';
import { registerImport } from './commands/import';
import { registerIndex } from './commands/index';
import { registerMerge } from './commands/merge';
import { registerMentions } from './commands/mentions';
import { registerOutline } from './commands/outline';
import { registerEvaluate } from './commands/evaluate';
import type { Register } from './program';

/** Every command, in the order `--help` lists them. */
export const commands: readonly Register[] = [
  registerMentions,
  registerOutline,
  registerEvaluate,
  registerAnchor,
  registerFind,
  registerCodes,
  registerIndex,
  registerExport,
  registerImport,
  registerCheck,
  registerMerge,
];
