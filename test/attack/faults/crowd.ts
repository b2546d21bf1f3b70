import { Writer, type WriterPlan } from './writer.js';

/** Runs writers while `work` goes on; then they end what they have begun. Fails with the first of them that fails. */
export async function whileWriting(
  writers: number,
  plan: Omit<WriterPlan, 'number'>,
  work: () => Promise<void>,
): Promise<void> {
  const all = Array.from({ length: writers }, (_, number) => new Writer({ ...plan, number }));
  const running = Promise.all(all.map((writer) => writer.run()));
  try {
    await Promise.race([work(), running]);
  } finally {
    for (const writer of all) writer.stop();
  }
  await running;
}
