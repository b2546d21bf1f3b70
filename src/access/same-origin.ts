import type { FastifyRequest } from 'fastify';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site request forgery: a request that changes something must come from our own pages, sign-in included.
 * The browser's `Sec-Fetch-Site` decides where it is sent, else `Origin` must be this server's (OWASP CSRF cheat sheet).
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return (
    origin === publicUrl || (URL.canParse(origin) && host !== undefined && new URL(origin).host === host)
  );
}
