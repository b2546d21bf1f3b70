import { parentPort, workerData } from 'node:worker_threads';
import { computePublication } from '../compute-publication.js';
import type { PublicationInput } from '../publication-types.js';
import { type Message, toFailure } from './messages.js';

/** The entry of the worker thread: one computation, then it ends. */
const say = (message: Message): void => parentPort?.postMessage(message);

try {
  const input = workerData as PublicationInput;
  const publication = await computePublication(input, (done, total, step) =>
    say({ progress: { done, total, step } }),
  );
  say({ publication });
} catch (error) {
  say({ failure: toFailure(error) });
}
