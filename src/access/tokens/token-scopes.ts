/** What a personal access token may fetch: files, or the figures of the overview. */
export const TOKEN_SCOPES = ['exports', 'reports'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Known to secret scanners by its look, and told apart from other programs' tokens. */
export const TOKEN_PREFIX = 'olympia_pat_';
const PRESENTED = new RegExp(`^Bearer (${TOKEN_PREFIX}[A-Za-z0-9_-]{43})$`, 'i');
const OURS = new RegExp(`^Bearer ${TOKEN_PREFIX}`, 'i');

/** What `Authorization` presents; null when it is somebody else's business (a proxy with a password of its own). */
export function presentedToken(authorization: string | undefined): string | null {
  if (authorization === undefined || !OURS.test(authorization)) return null;
  return PRESENTED.exec(authorization)?.[1] ?? '';
}
