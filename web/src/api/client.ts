import createClient from 'openapi-fetch';
import { problemFrom, unreachable } from './problem';
import type { paths } from './schema';
import { signInGate } from './sign-in-gate';

/** Longest wait for an answer, in ms; a kindergarten's network may be slow but should not hang for ever. */
const ANSWER_TIMEOUT = 20_000;

/** The typed client; wrap each call in `unwrap`. */
export const api = createClient<paths>({ fetch: fetchSignedIn });

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a 2xx answer (undefined for 204); throws a `Problem` for everything else. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemFrom(response, error);
  return data as T;
}

/** Header of PATCH and DELETE: only if the record is still at this version. */
export function ifMatch(record: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${record.version}"` };
}

async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await reach(request);
  if (response.status !== 401 || isAboutSigningIn(request)) return response;
  return (await signInGate.ask()) ? reach(again) : response;
}

/** Signing in and out answer 401 themselves: a dialog would ask in vain. */
function isAboutSigningIn(request: Request): boolean {
  return request.method !== 'GET' && new URL(request.url).pathname === '/api/session';
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
  } catch {
    throw unreachable();
  }
}
