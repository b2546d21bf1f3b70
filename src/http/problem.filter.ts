import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Logger,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { databaseProblem, type ConstraintProblems } from '../database/sqlstate.js';
import { CONSTRAINT_PROBLEMS } from '../database/tokens.js';
import { errorFields } from '../kernel/log/error-fields.js';
import { Problem } from '../kernel/problem/problem.js';
import type { RefusedRequest } from './exchanges.js';

const BY_STATUS: Record<number, [code: string, title: string]> = {
  400: ['bad_request', 'Die Anfrage ist nicht lesbar. Erwartet wird gültiges JSON.'],
  404: ['not_found', 'Das gibt es hier nicht (mehr).'],
  405: ['method_not_allowed', 'Das geht an dieser Stelle nicht.'],
  408: ['too_slow', 'Die Anfrage kam nicht rechtzeitig an. Bitte versuchen Sie es noch einmal.'],
  413: ['too_large', 'Das ist zu groß. Erlaubt sind höchstens 1 MB.'],
  415: ['unsupported_media_type', 'Erwartet wird JSON (Content-Type: application/json).'],
  431: ['too_large', 'Die Kopfzeilen der Anfrage sind zu groß.'],
  503: ['busy', 'Gerade ist viel los. Bitte versuchen Sie es gleich noch einmal.'],
};

/** The one place where anything thrown becomes an answer: RFC 9457 problem details, in German, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(@Inject(CONSTRAINT_PROBLEMS) private readonly constraints: ConstraintProblems) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<RefusedRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = hungUp(error, request) ? problemOfStatus(400) : this.problemOf(error);
    request.problemCode = problem.code;
    // A refusal of our own is told by the line of its request.
    if (problem.status >= 500 && error !== problem) this.complain(error, request);
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    if (problem.extras.retryAfter !== undefined) void reply.header('retry-after', problem.extras.retryAfter);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problemBody(problem, request.id));
  }

  private complain(error: unknown, { id, method, routeOptions }: RefusedRequest): void {
    const request = { requestId: id, method, route: routeOptions.url };
    this.logger.error('A request failed', { ...request, ...errorFields(error) });
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    return databaseProblem(error, this.constraints) ?? problemOfStatus(statusOf(error));
  }
}

/** RFC 9457 problem details as sent. */
export function problemBody({ code, title, status, extras }: Problem, requestId: string): string {
  const { retryAfter: _, ...shown } = extras;
  return JSON.stringify({
    type: `urn:olympia-ruft:problem:${code}`,
    title,
    status,
    code,
    requestId,
    ...shown,
  });
}

/** The refusal for a status that says no more than itself. */
export function problemOfStatus(status: number): Problem {
  const [code, title] =
    BY_STATUS[status] ??
    (status < 500 ? ['bad_request', 'Die Anfrage ist so nicht möglich.'] : serverFault());
  return new Problem(status, code, title, status === 503 ? { retryAfter: 2 } : {});
}

function serverFault(): [string, string] {
  return [
    'internal',
    'Da ist bei uns etwas schiefgegangen. Es wurde nichts gespeichert; bitte versuchen Sie es noch einmal.',
  ];
}

// Whoever goes away in the middle of what they send hears no answer, and is no fault of ours that somebody must look into.
function hungUp(error: unknown, { raw }: RefusedRequest): boolean {
  return raw.readableAborted && (error as { code?: unknown } | null)?.code === 'ECONNRESET';
}

// Nest's own refusals, and Fastify's (body too large, media type, bad JSON), which carry `statusCode`.
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error ? (error as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
