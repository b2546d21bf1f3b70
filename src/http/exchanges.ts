import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A request and its answer as logs and figures may know them: nothing that somebody has typed, no address with ids in it. */
export interface Exchange {
  requestId: string;
  method: string;
  /** The pattern, such as `/api/groups/:id`; `none` where the address leads nowhere. */
  route: string;
  status: number;
  ms: number;
  /** The refusal's, if it was one. */
  code: string | undefined;
}

export type ExchangeListener = (exchange: Exchange) => void;

/** A request that was refused, with the code of its problem. */
export interface RefusedRequest extends FastifyRequest {
  problemCode?: string;
}

const NOWHERE = 'none';
const HUNG_UP = 499;

/** Tells whoever wants to know about every answer, once it has left or the client has gone. */
export class Exchanges {
  private readonly listeners: ExchangeListener[] = [];

  listen(listener: ExchangeListener): void {
    this.listeners.push(listener);
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      this.tell(request, reply);
      done();
    });
  }

  /** For what is answered before there is a route, and so past all hooks. */
  watchOne(request: FastifyRequest, reply: FastifyReply): void {
    reply.raw.once('close', () => this.tell(request, reply));
  }

  private tell(request: RefusedRequest, { raw, statusCode, elapsedTime }: FastifyReply): void {
    const exchange: Exchange = {
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      // As proxies count who hung up before the answer was through.
      status: raw.writableFinished ? statusCode : HUNG_UP,
      ms: Math.round(elapsedTime * 10) / 10,
      code: request.problemCode,
    };
    for (const listener of this.listeners) listener(exchange);
  }
}

function routeOf(request: FastifyRequest): string {
  return request.is404 ? NOWHERE : (request.routeOptions.url ?? NOWHERE);
}
