/**
 * What stands between the pages and the network while somebody works on a shared tablet. Only ever in this page's memory: a
 * reload, or a thief who has the cookie, has nothing.
 */
interface TabletDoor {
  /** The second half of the session's token; the first is in the cookie. */
  unlock: string | null;
  /** Answers instead of the server while nobody's PIN could be checked; undefined lets the request out. Throws a `Problem`. */
  answer: ((request: Request) => Response | undefined) | null;
}

const SHUT: TabletDoor = { unlock: null, answer: null };

let door: TabletDoor = SHUT;

export function openDoor(how: Partial<TabletDoor>): void {
  door = { ...SHUT, ...how };
}

export function shutDoor(): void {
  door = SHUT;
}

/** True while the page has what a session of a shared tablet needs beside the cookie. */
export function isUnlocked(): boolean {
  return door.unlock !== null;
}

/** False for a request of somebody who has left meanwhile: what became of it is nobody's concern any more. */
export function isFromHere(request: Request): boolean {
  return request.headers.get('X-Unlock') === door.unlock;
}

/** The answer of the tablet itself, if it gives one; else the request leaves with what the server asks for. */
export function passDoor(request: Request): Response | undefined {
  const answer = door.answer?.(request);
  if (!answer && door.unlock !== null) request.headers.set('X-Unlock', door.unlock);
  return answer;
}
