import { PacketWriter } from '../store/packet';
import type { IndexJob } from './indexerHost';
import type { AnalysisSettings, FileContent } from './readFile';
import { packFiles } from './readFile';
import type { Breathing } from './slices';

/** Reads a file with its sidecar; undefined where it is gone. Throws where it can't be read. */
export type FileReader = (job: IndexJob) => Promise<FileContent | undefined>;

/** `IndexerHost.analyse` for a host without threads: file by file on the one it has, breathing in between. */
export async function analyseInSlices(
  jobs: readonly IndexJob[],
  read: FileReader,
  settings: () => AnalysisSettings,
  host: Breathing,
): Promise<Uint8Array> {
  const packet = new PacketWriter();
  for (const job of jobs) {
    const file = await readOrGiveUp(job, read);
    await host.yield();
    if (file !== undefined) packFiles(packet, [{ file, job }], settings());
  }
  return packet.finish();
}

async function readOrGiveUp(
  job: IndexJob,
  read: FileReader,
): Promise<FileContent | 'unreadable' | undefined> {
  try {
    return await read(job);
  } catch {
    return 'unreadable';
  }
}
