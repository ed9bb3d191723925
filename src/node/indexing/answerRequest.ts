import type { ListedFile } from '../../core/corpus/indexing/indexerHost';
import type { AnalysisSettings } from '../../core/corpus/indexing/readFile';
import { compileGazetteer } from '../../core/recognition/compileGazetteer';
import { pathFilter } from '../../core/corpus/indexing/pathFilter';
import { listReleases, stampsOf } from './listReleases';
import { packFiles } from './packedFiles';
import { readReleases } from './readReleases';
import type { WorkerAnswer, WorkerCorpus, WorkerRequest } from './workerMessages';

type Send = (answer: WorkerAnswer, transfer?: readonly ArrayBuffer[]) => void;

/** What a thread does with its requests, one after the other, synchronously; an error becomes an answer. */
export function requestAnswerer(corpus: WorkerCorpus, send: Send): (request: WorkerRequest) => void {
  const filter = pathFilter(corpus);
  const { detect, encoding } = corpus;
  let settings: AnalysisSettings = { gazetteer: compileGazetteer([]), detect, encoding };

  const answer = (request: Exclude<WorkerRequest, { kind: 'entities' }>): void => {
    const { id } = request;
    if (request.kind === 'analyse') {
      const packet = readReleases(corpus, request.jobs, settings);
      send({ kind: 'packet', id, packet }, [packet.buffer]);
    } else if (request.kind === 'list') {
      let last: readonly ListedFile[] = [];
      for (const files of listReleases(corpus)) {
        if (last.length > 0) send({ kind: 'files', id, files: packFiles(last) });
        last = files;
      }
      // With the last files comes the end: who begins to read them finds this thread free.
      send({ kind: 'listed', id, files: packFiles(last) });
    } else {
      const files = request.paths.map((path) =>
        filter.isRelease(path) ? stampsOf(corpus, path) : undefined,
      );
      send({ kind: 'stamps', id, files });
    }
  };

  return (request) => {
    if (request.kind === 'entities') {
      settings = { ...settings, gazetteer: compileGazetteer(request.entities) };
      return;
    }
    try {
      answer(request);
    } catch (error) {
      send({
        kind: 'failed',
        id: request.id,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
}
