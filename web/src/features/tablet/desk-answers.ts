import { Problem } from '../../api/problem';
import { texts } from '../../texts/de';
import type { Desk } from './desk';

/** What a locked tablet may ask of the server although nobody is signed in. */
const OPEN = new Set(['/api/tablet', '/api/tablet/session', '/api/sealed-entries', '/api/sealing-key']);

/**
 * Answers from the desk instead of the server, for somebody whose PIN could not be checked: they are shown what lies on the desk
 * anyway, and nothing that anybody has entered. Undefined lets a request out. @throws Problem for everything else
 */
export function answerFrom(desk: Desk, request: Request): Response | undefined {
  const { pathname, searchParams } = new URL(request.url);
  if (OPEN.has(pathname)) return undefined;
  const body = request.method === 'GET' ? bodyOf(desk, pathname, searchParams) : undefined;
  if (body === undefined) throw needsNetwork();
  return body === null ? new Response(null, { status: 204 }) : Response.json(body);
}

/** Undefined: that is not on the desk. Null: there is none. */
function bodyOf(desk: Desk, path: string, query: URLSearchParams): object | null | undefined {
  switch (path) {
    case '/api/groups':
      return groupsOf(desk, query);
    case '/api/focus-areas':
      return { items: desk.focusAreas };
    case '/api/modules':
      return { items: desk.modules, next: null };
    case '/api/activities/last':
      return null;
    case '/api/test-days':
      return { items: desk.testDays.map(({ testDay }) => testDay), next: null };
    default:
      return testDayAt(desk, path);
  }
}

/** Only those of the years that are on the desk: that there are none at all would be wrong to say of another. */
function groupsOf({ groups }: Desk, query: URLSearchParams): object | undefined {
  const year = Number(query.get('schoolYear'));
  const items = groups.filter(({ schoolYear }) => schoolYear === year);
  return items.length > 0 ? { items, next: null } : undefined;
}

function testDayAt({ testDays }: Desk, path: string): object | undefined {
  const [, id, view] = /^\/api\/test-days\/([^/]+)(\/sheet)?$/.exec(path) ?? [];
  const sheet = testDays.find(({ testDay }) => testDay.id === id);
  return view ? sheet : sheet?.testDay;
}

function needsNetwork(): Problem {
  return new Problem({ status: 0, code: 'unreachable', title: texts.tabletLock.addOnly.needsNetwork });
}
