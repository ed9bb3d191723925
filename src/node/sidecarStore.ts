import { SidecarStore, type StoreHost } from '../core/annotation/sidecarStore';
import { nodeFiles } from './nodeFiles';
import { recoveryFolder } from './recoveryFolder';

/** A store over the files of this machine. `recovery` is the folder for what isn't saved yet. */
export function nodeSidecarStore(recovery: string, more: Pick<StoreHost, 'openDocument'> = {}): SidecarStore {
  return new SidecarStore({
    files: nodeFiles,
    recovery: recoveryFolder(recovery),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => new Date(),
    random: Math.random,
    ...more,
  });
}
