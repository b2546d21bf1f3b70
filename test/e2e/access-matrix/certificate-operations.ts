import type { Role } from '../../../src/access/roles.js';
import { CANARY } from '../../support/city.js';
import type { Answer, Sent } from '../../support/client.js';
import type { Facts, Operation, Target } from './operation.js';
import {
  certificates,
  coordinatesTown,
  hasBusinessThere,
  holderOf,
  holdsCertificate,
  openTrainings,
} from './training-targets.js';
import { registrations } from './training-operations.js';

const READERS: readonly Role[] = ['educator', 'institution_lead', 'coordinator'];
const SENT = `${CANARY}-GESENDET`;

const changed = (body: object): Sent => ({ body, version: 1 });
/** A house in the town of the training, so that the trail can be held against its chain. */
const withHouse = (facts: Facts): Target[] =>
  openTrainings(facts).map((target) => ({
    ...target,
    house: target.town === 'distant' ? 'distant' : 'kita',
  }));

const sessionsOfTowns = ({ trainingSessions: { own, distant } }: Facts): Target[] => [
  { label: 'own', id: own, town: 'own' },
  { label: 'distant', id: distant, town: 'distant' },
];
const marked = (registrationId: string, sessionId: string): object => ({
  marks: [{ registrationId, sessionId, state: 'present', version: 0 }],
});

export const CERTIFICATES: Record<string, Operation> = {
  Attendance_get: { roles: READERS, status: 200, targets: openTrainings, may: hasBusinessThere },
  // No tick at all: what ticks write, and what of it the trail says, is for attendance.e2e.ts.
  Attendance_take: {
    roles: ['coordinator'],
    status: 200,
    targets: openTrainings,
    may: coordinatesTown,
    send: () => ({ body: { marks: [] } }),
    references: [
      {
        ...{ field: 'marks.[].registrationId', in: 'body', targets: registrations, may: coordinatesTown },
        among: (registrationId, facts, { town }) => marked(registrationId, facts.trainingSessions[town!]),
      },
      {
        ...{ field: 'marks.[].sessionId', in: 'body', targets: sessionsOfTowns, may: coordinatesTown },
        among: (sessionId, { training: { registrations: all } }, { town }) =>
          marked(town === 'distant' ? all.distantEducator : all.educator, sessionId),
      },
    ],
  },
  Attendance_addWalkIn: {
    roles: ['coordinator'],
    status: 201,
    targets: withHouse,
    may: coordinatesTown,
    send: ({ house }, { houses }) => ({ body: { institutionId: houses[house ?? 'kita'].id, name: SENT } }),
    references: [{ field: 'institutionId', in: 'body', targets: housesOf, may: coordinatesTown }],
    writes: {
      ...{ action: 'training_registration.walk_in', objectType: 'training_registration', fields: [] },
      besides: ['staff_member.create'],
    },
  },
  Certificate_list: {
    roles: READERS,
    status: 200,
    shows: {
      expected: (asker, facts) =>
        certificates(facts)
          .filter((target) => holdsCertificate(asker, target))
          .map(({ id }) => id),
      found: ({ json }: Answer) => (json['items'] as { id: string }[]).map(({ id }) => id),
    },
  },
  // Everybody has one already; what is written otherwise is for certificates.e2e.ts.
  Certificate_issue: {
    roles: ['coordinator'],
    status: 200,
    targets: openTrainings,
    may: coordinatesTown,
    send: ({ id: trainingId }) => ({ body: { trainingId } }),
  },
  Certificate_verify: { roles: 'public', status: 200, send: () => ({ body: { code: SENT } }) },
  Certificate_reissue: {
    roles: ['coordinator'],
    status: 201,
    targets: certificates,
    may: coordinatesTown,
    send: () => changed({ reason: SENT }),
    writes: {
      ...{ action: 'certificate.reissue', objectType: 'certificate', fields: ['reason'] },
      besides: ['certificate.replace'],
    },
  },
  Certificate_withdraw: {
    roles: ['coordinator'],
    status: 200,
    targets: certificates,
    may: coordinatesTown,
    send: () => changed({ reason: SENT }),
    writes: { action: 'certificate.withdraw', objectType: 'certificate', fields: ['reason'] },
  },
  Certificate_document: {
    roles: READERS,
    status: 200,
    targets: certificates,
    may: holdsCertificate,
    bears: (target, facts) => `${CANARY}-BESCHEINIGT-${holderOf(target, facts)}`,
  },
  Certificate_documents: {
    roles: ['institution_lead', 'coordinator'],
    status: 200,
    targets: openTrainings,
    // Both leads of the town have somebody there.
    may: hasBusinessThere,
    writes: { action: 'certificate.export', objectType: 'training', fields: [] },
  },
};

function housesOf({ houses }: Facts): Target[] {
  return [
    { label: 'kita', id: houses.kita.id, house: 'kita', town: 'own' },
    { label: 'distant', id: houses.distant.id, house: 'distant', town: 'distant' },
  ];
}
