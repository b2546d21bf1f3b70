import type { FastifyError, FastifyReply } from 'fastify';
import type { Exchanges, RefusedRequest } from './exchanges.js';
import { problemBody, problemOfStatus } from './problem.filter.js';
import { refusalHeaders } from './unreadable.js';

/**
 * Answers what Fastify refuses before it knows a route, and so before any filter or hook of ours: an address that cannot be decoded (400),
 * or a part of one that is longer than anything that exists (404). Its own answer would repeat the address.
 */
export function unroutable(exchanges: Exchanges) {
  return (error: FastifyError, request: RefusedRequest, reply: FastifyReply): void => {
    exchanges.watchOne(request, reply);
    answer(error, request, reply);
  };
}

function answer(error: FastifyError, request: RefusedRequest, reply: FastifyReply): void {
  const problem = problemOfStatus(error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 404 : 400);
  request.problemCode = problem.code;
  void reply
    .status(problem.status)
    .headers(refusalHeaders(request.id))
    .send(problemBody(problem, request.id));
}
