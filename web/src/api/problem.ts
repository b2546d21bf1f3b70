import { texts } from '../texts/de';

export interface FieldError {
  field: string;
  message: string;
}

interface ProblemDetails {
  status: number;
  code: string;
  title: string;
  requestId?: string;
  errors?: FieldError[];
  /** The stored record, sent with 412. */
  current?: unknown;
  /** Seconds to wait before trying again (429, 503). */
  retryAfter?: number;
}

/** Anything that kept a request from succeeding, with a German sentence that can be shown as it is. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  readonly current: unknown;
  readonly retryAfter: number | undefined;

  constructor(details: ProblemDetails) {
    super(details.title);
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.errors = details.errors ?? [];
    this.current = details.current;
    this.retryAfter = details.retryAfter;
  }

  /** True if the same request may succeed later without any change (no network, overload, server error). */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** No answer at all: no network, server unreachable, or it took too long. */
export function unreachable(): Problem {
  return new Problem({ status: 0, code: 'unreachable', title: texts.problems.unreachable });
}

/** Turns an answer that is not 2xx into a Problem, also when a proxy answered with something else than problem+json. */
export function problemFrom(response: Response, body: unknown): Problem {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const fields = isRecord(body) ? body : {};
  return new Problem({
    status: response.status,
    code: text(fields['code']) ?? 'unknown',
    title: text(fields['title']) ?? fallbackTitle(response.status),
    requestId: text(fields['requestId']) ?? response.headers.get('X-Request-Id') ?? undefined,
    errors: fieldErrors(fields),
    current: fields['current'],
    retryAfter,
  });
}

/** Whatever was thrown, as a Problem: a programming error must not leave the person without a sentence, nor vanish. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  console.error(thrown);
  return new Problem({ status: 0, code: 'unexpected', title: texts.problems.unexpected });
}

function fieldErrors(body: Record<string, unknown>): FieldError[] {
  const listed = Array.isArray(body['errors']) ? body['errors'].filter(isFieldError) : [];
  const field = text(body['field']);
  const title = text(body['title']);
  return listed.length === 0 && field && title ? [{ field, message: title }] : listed;
}

function fallbackTitle(status: number): string {
  if (status === 503 || status === 502 || status === 504) return texts.problems.busy;
  return status >= 500 ? texts.problems.server : texts.problems.refused;
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
