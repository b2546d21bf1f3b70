import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../kernel/problem/problem.js';
import type { RefusedRequest } from './exchanges.js';
import { problemBody } from './problem.filter.js';
import { refusalHeaders } from './unreadable.js';

const SOON_SECONDS = 2;

/**
 * Where requests come in. At the end they are let in no more, and those that are inside go on to their answers: on every address that the
 * server listens on, which Fastify's own end does not see to (it forgets those beside the first).
 */
@Injectable()
export class Door {
  private state: 'open' | 'closing' | 'closed' = 'open';
  private inside = 0;
  private empty: (() => void) | null = null;

  /** Puts the door before everything else that a request meets. */
  guard(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', async (request, reply) => {
      if (this.state === 'closed') return refuse(request, reply);
      this.inside += 1;
      reply.raw.once('close', () => this.left());
    });
    fastify.addHook('onSend', async (_request, reply) => {
      if (this.state !== 'open') void reply.header('connection', 'close');
    });
  }

  /** From now on each answer ends its connection, so that whoever asks again looks for another server. */
  beginClosing(): void {
    this.state = 'closing';
  }

  /** From now on requests are told to come back (503). Resolves when those that were let in have their answers. */
  close(): Promise<void> {
    this.state = 'closed';
    return new Promise((resolve) => {
      this.empty = resolve;
      if (this.inside === 0) resolve();
    });
  }

  private left(): void {
    this.inside -= 1;
    if (this.inside === 0) this.empty?.();
  }
}

async function refuse(request: RefusedRequest, reply: FastifyReply): Promise<FastifyReply> {
  const title = 'Der Dienst startet gerade neu. Bitte gleich noch einmal versuchen.';
  const problem = new Problem(503, 'shutting_down', title);
  request.problemCode = problem.code;
  return reply
    .status(problem.status)
    .headers({
      ...refusalHeaders(request.id),
      'retry-after': SOON_SECONDS,
      connection: 'close',
    })
    .send(problemBody(problem, request.id));
}
