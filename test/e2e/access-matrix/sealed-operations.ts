import { randomUUID } from 'node:crypto';
import type { Answer } from '../../support/client.js';
import { HELD, type HeldHouse } from '../../support/sealed-rows.js';
import type { Facts, Operation, Reaches, Target } from './operation.js';
import { at, filter, houses } from './targets.js';

/* What was noted without a network: sealed for the server, and where somebody has to look at it first, for the house's lead alone. */

const HOUSES = Object.keys(HELD) as HeldHouse[];
const held = ({ held: rows }: Facts): Target[] => HOUSES.map((house) => at(house, rows[house]));
const leads: Reaches = (asker, { house }) => house !== undefined && asker.leads.includes(house);
const ids = ({ json }: Answer): string[] => (json['items'] as { id: string }[]).map(({ id }) => id);

export const SEALED: Record<string, Operation> = {
  SealingKey_get: { roles: 'public', status: 200 },
  SealingKey_getOutboxKeys: { roles: 'anyone', status: 200 },
  // Whoever has an envelope is asked what is in it; this one is none.
  SealedEntry_create: {
    roles: 'public',
    status: 422,
    send: () => ({
      body: { id: randomUUID(), envelope: 'e30.a.b.c.d', deviceTime: new Date().toISOString() },
    }),
  },
  HeldEntry_list: {
    roles: ['institution_lead'],
    status: 200,
    shows: {
      expected: (asker, { held: rows }) =>
        HOUSES.filter((house) => leads(asker, at(house))).map((house) => rows[house]),
      found: ids,
    },
    references: [filter('institutionId', houses, leads)],
  },
  HeldEntry_confirm: {
    roles: ['institution_lead'],
    status: 200,
    targets: held,
    may: leads,
    send: () => ({ body: {} }),
    writes: {
      ...{ action: 'held_entry.confirm', objectType: 'held_entry', fields: [] },
      besides: ['activity.create'],
    },
  },
  HeldEntry_remove: {
    roles: ['institution_lead'],
    status: 204,
    targets: held,
    may: leads,
    writes: { action: 'held_entry.discard', objectType: 'held_entry', fields: [] },
  },
  HeldEntry_listOwn: {
    roles: 'anyone',
    status: 200,
    shows: {
      expected: (asker, { held: rows }) =>
        HOUSES.filter((house) => asker.self === HELD[house]).map((house) => rows[house]),
      found: ids,
    },
  },
};
