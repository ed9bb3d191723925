import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { requestAnswerer } from './indexing/answerRequest';
import type { WorkerCorpus } from './indexing/workerMessages';

// A thread that lists, reads and recognises the releases of one corpus.

const corpus = workerData as WorkerCorpus;

// On Linux this is the priority of this thread alone: typing comes first. Elsewhere it would slow the whole process down. Lower
// still, and a busy machine leaves it next to nothing: then even a single file that changed takes half a minute.
if (corpus.background && process.platform === 'linux') setPriority(0, 5);

parentPort?.on(
  'message',
  requestAnswerer(corpus, (answer, transfer = []) => parentPort?.postMessage(answer, [...transfer])),
);
