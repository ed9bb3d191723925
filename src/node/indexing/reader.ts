import type { Entity } from '../../core/recognition/entity';
import { requestAnswerer } from './answerRequest';
import type { WorkerAnswer, WorkerCorpus, WorkerRequest } from './workerMessages';

export type Request = Exclude<WorkerRequest, { kind: 'entities' }>;
export type Unnumbered<R> = R extends { readonly id: number } ? Omit<R, 'id'> : never;

/** Somebody who lists, reads and recognises releases: a thread, or this one. */
export interface Reader {
  /** How many requests wait for their answers. */
  readonly load: number;
  /** Whether it can answer at once: starting a thread and making it fast takes seconds of processor time. */
  readonly isStarted: boolean;
  useEntities(entities: readonly Entity[]): void;
  /** Asks, and resolves with the last answer; `each` gets those before it. */
  ask(request: Unnumbered<Request>, each?: (answer: WorkerAnswer) => void): Promise<WorkerAnswer>;
  dispose(): Promise<void>;
}

/** Reads on the thread it was made on, a request at a time: where no worker can be started. */
export class OwnThread implements Reader {
  load = 0;
  readonly isStarted = true;
  private readonly answer: (request: WorkerRequest) => void;
  private send: (answer: WorkerAnswer) => void = () => undefined;

  constructor(corpus: WorkerCorpus) {
    this.answer = requestAnswerer(corpus, (answer) => this.send(answer));
  }

  useEntities(entities: readonly Entity[]): void {
    this.answer({ kind: 'entities', entities });
  }

  async ask(request: Unnumbered<Request>, each?: (answer: WorkerAnswer) => void): Promise<WorkerAnswer> {
    this.load++;
    await new Promise((resolve) => setImmediate(resolve));
    this.load--;
    let last: WorkerAnswer = { kind: 'failed', id: 0, message: 'no answer' };
    this.send = (answer) => {
      if (answer.kind === 'files') each?.(answer);
      last = answer;
    };
    this.answer({ ...request, id: 0 });
    if (last.kind === 'failed') throw new Error(last.message);
    return last;
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
