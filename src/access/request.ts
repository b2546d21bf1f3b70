import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WorkContext } from '../database/actor.js';
import type { Binding } from '../database/database.js';

/** What the guard found out about a request, for the interceptor and the handlers that open their own transactions. */
export interface ActorRequest extends FastifyRequest {
  work?: WorkContext;
  /** Instead of it where the session is looked up with the handler's first statement. */
  binding?: Binding;
}

export type { FastifyReply };

/** Network of the client, shortened so that it names no single device: /24 for IPv4, /48 for IPv6. */
export function networkOf(address: string | undefined): string | null {
  // A client that has hung up already has no address.
  if (address === undefined) return null;
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return `${v4[1]}.0/24`;
  // "2001:db8::7" leaves out a run of zeros: only what stands before it belongs to the network.
  const groups = (address.split('::')[0] ?? '').split(':');
  const network = [...groups, '0', '0'].slice(0, 3).map((group) => group || '0');
  return `${network.join(':')}::/48`;
}

/** The circumstances the guard bound to the request. */
export function workOf(request: ActorRequest): WorkContext {
  if (!request.work) throw new Error('The guard has not seen this request');
  return request.work;
}
