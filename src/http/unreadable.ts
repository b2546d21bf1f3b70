import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../kernel/problem/problem.js';
import { problemBody, problemOfStatus } from './problem.filter.js';

const UNREADABLE: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/**
 * Answers what is no request at all, or none that ever ended, and hangs up: what follows on this connection could be anything. Fastify's own
 * answer would be in English and without the headers that every other one has.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(wholeAnswer(problemOfStatus(UNREADABLE[error.code ?? ''] ?? 400)));
  socket.destroy(error);
}

/** Answers an expectation (`Expect`) that nobody meets; Node's own answer would have no body and none of the headers. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  response.writeHead(417, { ...refusalHeaders(id), connection: 'close' });
  response.end(problemBody(problemOfStatus(417), id));
}

/**
 * A request names its host, and once: what stands in front of us may go by another one of two than we do (RFC 9112, 3.2).
 * @returns why it is refused (400), if it is
 */
export function hostProblem({ rawHeaders, httpVersion }: IncomingMessage): Problem | undefined {
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return undefined;
  return Problem.badRequest('Die Anfrage muss genau einmal sagen, an wen sie geht (Host).');
}

function wholeAnswer(problem: Problem): string {
  const id = randomUUID();
  const body = problemBody(problem, id);
  const headers = { ...refusalHeaders(id), 'content-length': Buffer.byteLength(body), connection: 'close' };
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

/** What every answer bears that is made before any hook of ours. */
export function refusalHeaders(requestId: string): Record<string, string> {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-request-id': requestId,
  };
}
