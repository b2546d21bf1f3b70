import type { Answer } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import { coordinatesIt, towns } from './targets.js';

const mails = ({ mails: [own, distant] }: Facts): Target[] => [
  { label: 'own town', id: own, town: 'own' },
  { label: 'foreign town', id: distant, town: 'distant' },
];

const CALENDAR: Record<string, Operation> = {
  CalendarFeed_get: { roles: 'anyone', status: 200 },
  CalendarFeed_renew: {
    roles: ['educator', 'institution_lead', 'coach', 'coordinator'],
    status: 200,
    writes: { action: 'calendar_feed.renew', objectType: 'calendar_feed', fields: [] },
  },
  // Nobody has one yet.
  CalendarFeed_remove: { roles: 'anyone', status: 404 },
  // The secret is all that counts; this one is none.
  CalendarFeed_read: {
    roles: 'public',
    status: 404,
    targets: () => [{ label: 'made up', id: `${'A'.repeat(43)}.ics` }],
    may: () => false,
  },
};

export const MAILS: Record<string, Operation> = {
  ...CALENDAR,
  Mail_list: {
    roles: ['coordinator'],
    status: 200,
    shows: {
      expected: (asker, facts) =>
        mails(facts)
          .filter((mail) => coordinatesIt(asker, mail))
          .map(({ id }) => id),
      found: ({ json }: Answer) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
    references: [{ field: 'municipalityId', in: 'query', targets: towns, may: coordinatesIt }],
  },
  Mail_summary: {
    roles: ['coordinator', 'administrator'],
    status: 200,
    shows: {
      expected: (asker) => [asker.administrator ? '2' : '1'],
      found: ({ json }: Answer) => [JSON.stringify(json['failed'])],
    },
  },
  // There is no mail server here: whoever may send it is told so.
  Mail_resend: {
    roles: ['coordinator'],
    status: 409,
    targets: mails,
    may: coordinatesIt,
    send: () => ({ version: 1 }),
  },
};
