import createClient from 'openapi-fetch';
import { deviceClock } from '../device/device-clock';
import { isOurs, network } from '../device/network';
import { authorIs, nameAuthor } from './author';
import { problemFrom, unreachable } from './problem';
import type { paths } from './schema';
import { signInGate } from './sign-in-gate';
import { isFromHere, passDoor } from './tablet-door';

/** Longest wait for an answer, in ms; a kindergarten's network may be slow but should not hang for ever. */
const ANSWER_TIMEOUT = 20_000;

const ABOUT_SIGNING_IN = new Set([
  '/api/session',
  '/api/tablet',
  '/api/tablet/session',
  '/api/sealed-entries',
]);

/** The typed client; wrap each call in `unwrap`. */
export const api = createClient<paths>({ fetch: fetchSignedIn });

export type Api = typeof api;

/** The same for what one person wrote, whoever the page belongs to when it is sent. */
export function apiOf(accountId: string): Api {
  return createClient<paths>({ fetch: fetchSignedIn, headers: authorIs(accountId) });
}

/** The same without asking anybody to sign in again: for what happens in the background. */
export const quiet = createClient<paths>({ fetch: reach });

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
  if (response.status !== 401 || isAboutSigningIn(request) || !isFromHere(request)) return response;
  return (await signInGate.ask()) ? reach(again) : response;
}

/** Signing in and out, and what a locked tablet asks, answer 401 themselves: a dialog would ask in vain. */
function isAboutSigningIn(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return request.method !== 'GET' ? ABOUT_SIGNING_IN.has(pathname) : pathname === '/api/tablet';
}

async function reach(request: Request): Promise<Response> {
  const answer = passDoor(request);
  if (answer) return answer;
  nameAuthor(request);
  const sentAt = Date.now();
  const response = await answerTo(request);
  if (isOurs(response)) {
    network.reached();
    deviceClock.note(response.headers.get('Date'), sentAt);
    return response;
  }
  network.missed();
  // The sign-in page of a network that lets nobody through yet.
  if (response.ok) throw unreachable();
  return response;
}

async function answerTo(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: eitherOf(request.signal, AbortSignal.timeout(ANSWER_TIMEOUT)) });
  } catch (error) {
    // Whoever breaks off has learnt nothing about the network.
    if (request.signal.aborted) throw unreachable();
    // Slow is not gone: whether anything comes through at all is asked by a question of its own.
    if (error instanceof DOMException && error.name === 'TimeoutError') void network.check();
    else network.missed();
    throw unreachable();
  }
}

/** As `AbortSignal.any`, which Safari has since 17.4 only. */
function eitherOf(...signals: AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    signal.addEventListener('abort', () => either.abort(signal.reason), { signal: either.signal });
  }
  return either.signal;
}
