import type { FastifyReply } from 'fastify';

/** A record that a write asked for: just made, or there already from the same write sent before. */
export interface Created<T> {
  created: boolean;
  record: T;
}

/** 201 for a new record, 200 for the stored one of a write that was sent twice. */
export function answerCreated<T>(reply: FastifyReply, { created, record }: Created<T>): T {
  void reply.status(created ? 201 : 200);
  return record;
}
