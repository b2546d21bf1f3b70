/** The server's word for: somebody else is signed in than the one for whom this was sent. */
export const OTHER_PERSON = 'other_person';

/** Header of a change: the account for whom it is made. Meanwhile somebody else may have signed in, in another window of this browser. */
const AUTHOR = 'X-Author';

/** The account that this page works for, as the server has told it; null while nobody is signed in. */
let author: string | null = null;

export function setAuthor(accountId: string | null): void {
  author = accountId;
}

export const authorIs = (accountId: string): Record<string, string> => ({ [AUTHOR]: accountId });

/** Names the page's author, unless the request has an author of its own. */
export function nameAuthor({ method, headers }: Request): void {
  if (author !== null && method !== 'GET' && !headers.has(AUTHOR)) headers.set(AUTHOR, author);
}
