import { CANARY } from '../../support/city.js';
import type { Sent } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import { everybody } from './targets.js';

/* The catalogue, what houses chose from it, and how coaches advise them. */

const SENT = `${CANARY}-GESENDET`;

const body = (content: object): Sent => ({ body: content });
const change = (content?: object): Sent => ({ ...(content && { body: content }), version: 1 });
const traced = (action: string, objectType: string, fields: string[] = []): Operation['writes'] => ({
  ...{ action, objectType, fields },
});

const focusAreas = ({ focusAreaId }: Facts): Target[] => [{ label: 'the first', id: focusAreaId }];
const modules = ({ moduleId }: Facts): Target[] => [{ label: 'of the catalogue', id: moduleId }];

const CATALOGUE: Record<string, Operation> = {
  FocusArea_list: { roles: 'anyone', status: 200 },
  FocusArea_update: {
    roles: ['administrator'],
    status: 200,
    targets: focusAreas,
    may: everybody,
    send: () => change({ title: SENT }),
    writes: traced('focus_area.update', 'focus_area', ['title']),
  },
  Module_list: { roles: 'anyone', status: 200 },
  Module_get: { roles: 'anyone', status: 200, targets: modules, may: everybody },
  Module_create: {
    roles: ['administrator'],
    status: 201,
    send: () =>
      body({
        focusArea: 'active_learning',
        audience: 'staff',
        format: 'talk',
        title: SENT,
        usualMinutes: 90,
      }),
    writes: traced('module.create', 'module', ['audience', 'focusArea', 'format', 'title', 'usualMinutes']),
  },
  Module_update: {
    roles: ['administrator'],
    status: 200,
    targets: modules,
    may: everybody,
    send: () => change({ description: SENT, active: false }),
    writes: traced('module.update', 'module', ['active', 'description']),
  },
};

export const PROGRAMME: Record<string, Operation> = { ...CATALOGUE };
