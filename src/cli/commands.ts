import type { Register } from './program';

/** Every command, in the order `--help` lists them. */
export const commands: readonly Register[] = [];
