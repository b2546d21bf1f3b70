import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WorkContext } from '../database/actor.js';

/** What the guard found out about a request, for the interceptor and the handlers that open their own transactions. */
export interface ActorRequest extends FastifyRequest {
  work?: WorkContext;
}

export type { FastifyReply };

/** Network of the client, shortened so that it names no single device: /24 for IPv4, /48 for IPv6. */
export function networkOf(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  return `${address.split(':').slice(0, 3).join(':')}::/48`;
}

/** The circumstances the guard bound to the request. */
export function workOf(request: ActorRequest): WorkContext {
  if (!request.work) throw new Error('The guard has not seen this request');
  return request.work;
}
