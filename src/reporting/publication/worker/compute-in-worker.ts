import { Worker } from 'node:worker_threads';
import { TimeLimit } from '../publication-errors.js';
import type { OnProgress, Publication, PublicationInput } from '../publication-types.js';
import { type Message, toError } from './messages.js';

const ENTRY = new URL('./publication-worker.js', import.meta.url);
/** The worker ends by itself at its time limit, unless one step of the solver takes this much longer. */
const GRACE_MS = 30_000;

/**
 * `computePublication` in a thread of its own, so that the server answers meanwhile. From the built product only: the entry is a JavaScript file.
 * @param signal ends the thread, when the server shuts down
 * @throws NothingToPublish, TimeLimit
 */
export function computeInWorker(
  input: PublicationInput,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<Publication> {
  return new Promise<Publication>((resolve, reject) => {
    // The flags of the process (a test runner's, a debugger's) are not for it.
    const worker = new Worker(ENTRY, { workerData: input, execArgv: [] });
    const end = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      void worker.terminate();
    };
    const stop = (): void => end(signal?.reason);
    const timer = setTimeout(
      () => end(new TimeLimit(input.timeLimitSeconds)),
      input.timeLimitSeconds * 1000 + GRACE_MS,
    );
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: Message) => {
      if ('progress' in message)
        onProgress(message.progress.done, message.progress.total, message.progress.step);
      else if ('publication' in message) resolve(message.publication);
      else reject(toError(message.failure));
    });
    worker.on('error', end);
    worker.on('exit', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      reject(new Error(`The worker ended with ${code} and no answer.`));
    });
    if (signal?.aborted) stop();
  });
}
