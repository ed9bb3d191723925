import { Worker } from 'node:worker_threads';
import type { Entity } from '../../core/recognition/entity';
import type { Reader, Request, Unnumbered } from './reader';
import type { WorkerAnswer, WorkerCorpus, WorkerRequest } from './workerMessages';

interface Pending {
  readonly each: (answer: WorkerAnswer) => void;
  readonly end: (answer: WorkerAnswer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * One worker thread. It is started when first asked, and again if it died; what it was doing then is rejected. It keeps the process
 * alive only while it works.
 */
export class WorkerThread implements Reader {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private entities: readonly Entity[] = [];
  private lastId = 0;

  constructor(
    private readonly script: string,
    private readonly corpus: WorkerCorpus,
  ) {}

  get load(): number {
    return this.pending.size;
  }

  get isStarted(): boolean {
    return this.worker !== undefined;
  }

  useEntities(entities: readonly Entity[]): void {
    this.entities = entities;
    this.worker?.postMessage({ kind: 'entities', entities } satisfies WorkerRequest);
  }

  ask(
    request: Unnumbered<Request>,
    each: (answer: WorkerAnswer) => void = () => undefined,
  ): Promise<WorkerAnswer> {
    const id = ++this.lastId;
    const answered = new Promise<WorkerAnswer>((resolve, reject) => {
      this.pending.set(id, { each, end: resolve, fail: reject });
      const worker = this.started();
      worker.ref();
      worker.postMessage({ ...request, id });
    });
    // Who asked and was closed meanwhile no longer waits for it.
    answered.catch(() => undefined);
    return answered;
  }

  async dispose(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    this.fail(new Error('the indexing thread was stopped'));
    await worker?.terminate();
  }

  private started(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(this.script, { workerData: this.corpus });
    worker.on('message', (answer: WorkerAnswer) => this.receive(answer));
    worker.on('error', (error) => this.died(worker, error));
    worker.on('exit', () => this.died(worker, new Error('the indexing thread ended')));
    worker.postMessage({ kind: 'entities', entities: this.entities } satisfies WorkerRequest);
    return (this.worker = worker);
  }

  private receive(answer: WorkerAnswer): void {
    const pending = this.pending.get(answer.id);
    if (pending === undefined) return;
    if (answer.kind === 'files') {
      pending.each(answer);
      return;
    }
    this.pending.delete(answer.id);
    if (this.pending.size === 0) this.worker?.unref();
    if (answer.kind === 'failed') pending.fail(new Error(answer.message));
    else pending.end(answer);
  }

  private died(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.fail(error);
  }

  private fail(error: Error): void {
    const failed = [...this.pending.values()];
    this.pending.clear();
    for (const { fail } of failed) fail(error);
  }
}
