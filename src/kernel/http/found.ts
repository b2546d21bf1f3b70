import type { FastifyReply } from 'fastify';

/** 200 with what was found; 204 where there is nothing, and that is no mistake of whoever asks. */
export function answerFound<T>(reply: FastifyReply, found: T | null): T | null {
  void reply.status(found === null ? 204 : 200);
  return found;
}
