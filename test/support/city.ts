import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addDays, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { berlinDate } from '../../src/kernel/calendar/clock.js';
import { schoolYearOf } from '../../src/kernel/calendar/school-year.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { insertRow } from './rows.js';

/*
 * A small city made by hand. Whatever somebody must not see bears a canary, a word that appears nowhere else: one for each house, person, note and
 * invitation. Where it turns up in an answer to somebody else, something leaked.
 *
 *   own municipality      kita (participates, coached) · school (participates) · idle (does not) · closed (archived)
 *   foreign municipality  distant (participates)
 */

export interface Person {
  id: string;
  name: string;
  email: string;
  /** Session token; the session is there already, so that no test needs a password hash just to begin. */
  token: string;
}

export interface House {
  id: string;
  name: string;
  municipalityId: string;
  districtId: string;
  /** In every text of the house that has no business outside. */
  canary: string;
  groupId: string;
  groupName: string;
  /** Group of the school year before, null where the house has none. */
  lastYearGroupId: string | null;
  participationId: string | null;
  /** The run's step, null where there is no run. */
  stepId: string | null;
  contactId: string;
  closingDayId: string;
  /** An entry of today, by the house's educator; null where the house does not take part. */
  activityId: string | null;
  /** The module it chose, and when it was advised; null where the house does not take part. */
  bookingId: string | null;
  adviceId: string | null;
}

export const PEOPLE = [
  'educator',
  'colleague',
  'lead',
  'coach',
  'formerCoach',
  'coordinator',
  'programmeLead',
  'administrator',
  'schoolEducator',
  'schoolLead',
  'distantEducator',
  'distantLead',
  'distantCoach',
  'distantCoordinator',
  'roleless',
  'disabled',
  'expired',
] as const;
export type PersonKey = (typeof PEOPLE)[number];

export const HOUSES = ['kita', 'school', 'idle', 'closed', 'distant'] as const;
export type HouseKey = (typeof HOUSES)[number];

export interface City {
  today: CalendarDate;
  schoolYear: number;
  municipalityId: string;
  distantMunicipalityId: string;
  /** Districts of the own municipality. */
  districtIds: [string, string];
  distantDistrictId: string;
  /** Of the own and of the foreign municipality, for this school year. */
  targetIds: [own: string, distant: string];
  /** The one module of the catalogue. */
  moduleId: string;
  houses: Record<HouseKey, House>;
  people: Record<PersonKey, Person>;
  /** The running coach assignments. */
  assignments: { kita: string; distant: string };
  /** Activities of the kita by each of its authors. */
  activities: { educator: string; colleague: string; lead: string };
  /** Open invitations, by whom. */
  invitations: { lead: string; coordinator: string; schoolLead: string; distantCoordinator: string };
}

export const GROUP_SIZE = 20;

export const CANARY = 'KANARIENVOGEL';

/** Fills an empty database; `db` is above all policies (superuser). */
export async function buildCity(db: pg.Client, today = berlinDate(new Date())): Promise<City> {
  const builder = new CityBuilder(db, today);
  return builder.build();
}

/** The person's browser. */
export function signedIn(app: TestApp, { token }: Person): Client {
  const client = app.client();
  client.cookies.set(app.settings.publicUrl.startsWith('https:') ? '__Host-olympia' : 'olympia', token);
  return client;
}

interface HousePlan {
  key: HouseKey;
  municipalityId: string;
  districtId: string;
  kind: 'kita' | 'school';
  participates: boolean;
  archived?: boolean;
}

type Role = [role: string, at: { institutionId?: string; municipalityId?: string }];

class CityBuilder {
  private readonly schoolYear: number;
  private readonly municipalityId = randomUUID();
  private readonly distantMunicipalityId = randomUUID();
  private readonly districtIds: [string, string] = [randomUUID(), randomUUID()];
  private readonly distantDistrictId = randomUUID();
  private readonly moduleId = randomUUID();
  private readonly targetIds: [own: string, distant: string] = [randomUUID(), randomUUID()];

  constructor(
    private readonly db: pg.Client,
    private readonly today: CalendarDate,
  ) {
    this.schoolYear = schoolYearOf(today);
  }

  async build(): Promise<City> {
    await this.reference();
    const houses = await this.houses();
    const people = await this.people(houses);
    const assignments = await this.coaches(houses, people);
    const activities = await this.activities(houses, people);
    await this.programme(houses, people);
    return {
      today: this.today,
      schoolYear: this.schoolYear,
      municipalityId: this.municipalityId,
      distantMunicipalityId: this.distantMunicipalityId,
      districtIds: this.districtIds,
      distantDistrictId: this.distantDistrictId,
      targetIds: this.targetIds,
      moduleId: this.moduleId,
      houses,
      people,
      assignments,
      activities,
      invitations: await this.invitations(houses, people),
    };
  }

  private async reference(): Promise<void> {
    await this.insert('municipalities', { id: this.municipalityId, name: 'Musterstadt', key: '05999001' });
    await this.insert('municipalities', {
      id: this.distantMunicipalityId,
      name: 'Fernstadt',
      key: '05999002',
    });
    const districts = [
      { id: this.districtIds[0], municipalityId: this.municipalityId, name: 'Ölmühle', position: 1 },
      { id: this.districtIds[1], municipalityId: this.municipalityId, name: 'Süden', position: 2 },
      { id: this.distantDistrictId, municipalityId: this.distantMunicipalityId, name: 'Mitte', position: 1 },
    ];
    for (const district of districts) await this.insert('districts', district);
    for (const municipalityId of [this.municipalityId, this.distantMunicipalityId]) {
      await this.insert('targets', {
        id: this.targetIds[municipalityId === this.municipalityId ? 0 : 1],
        municipalityId,
        schoolYear: this.schoolYear,
        children: 100,
      });
    }
  }

  private async houses(): Promise<Record<HouseKey, House>> {
    const [north, south] = this.districtIds;
    const own = { municipalityId: this.municipalityId, districtId: north };
    const distant = { municipalityId: this.distantMunicipalityId, districtId: this.distantDistrictId };
    return {
      kita: await this.house({ key: 'kita', ...own, kind: 'kita', participates: true }),
      school: await this.house({
        key: 'school',
        ...own,
        districtId: south,
        kind: 'school',
        participates: true,
      }),
      idle: await this.house({ key: 'idle', ...own, kind: 'kita', participates: false }),
      closed: await this.house({ key: 'closed', ...own, kind: 'kita', participates: false, archived: true }),
      distant: await this.house({ key: 'distant', ...distant, kind: 'kita', participates: true }),
    };
  }

  private async house(plan: HousePlan): Promise<House> {
    const { key, municipalityId, districtId, kind, participates, archived = false } = plan;
    const id = randomUUID();
    const canary = `${CANARY}-HAUS-${key}`;
    const name = `Haus ${key} ${canary}`;
    const archivedAt = archived ? new Date() : null;
    const contactName = `Kontakt ${canary}`;
    await this.insert('institutions', {
      ...{ id, municipalityId, districtId, kind, name, providerKind: 'municipal', archivedAt, contactName },
    });
    const groupName = `Gruppe ${canary}`;
    const groupId = await this.group(id, groupName, this.schoolYear);
    const lastYearGroupId = participates ? await this.group(id, `Alt ${canary}`, this.schoolYear - 1) : null;
    const run = participates ? await this.participation(id, canary) : null;
    const participationId = run?.id ?? null;
    const own = await this.calendarAndContact(id, canary);
    const ids = {
      groupId,
      lastYearGroupId,
      participationId,
      stepId: run?.stepId ?? null,
      activityId: null,
      bookingId: null,
      adviceId: null,
      ...own,
    };
    return { id, name, municipalityId, districtId, canary, groupName, ...ids };
  }

  private async group(institutionId: string, name: string, schoolYear: number): Promise<string> {
    const id = randomUUID();
    await this.insert('groups', { institutionId, id, name, schoolYear, size: GROUP_SIZE });
    return id;
  }

  private async calendarAndContact(
    institutionId: string,
    canary: string,
  ): Promise<Pick<House, 'contactId' | 'closingDayId'>> {
    const [contactId, closingDayId] = [randomUUID(), randomUUID()];
    await this.insert('institution_contacts', { institutionId, id: contactId, name: `Vertretung ${canary}` });
    const day = addDays(this.today, 60);
    const reason = `Konzeptionstag ${canary}`;
    await this.insert('closing_days', {
      institutionId,
      id: closingDayId,
      firstDay: day,
      lastDay: day,
      reason,
    });
    return { contactId, closingDayId };
  }

  private async participation(
    institutionId: string,
    canary: string,
  ): Promise<{ id: string; stepId: string }> {
    const [id, stepId] = [randomUUID(), randomUUID()];
    const startedOn = addDays(this.today, -500);
    await this.insert('participations', {
      institutionId,
      id,
      status: 'active',
      startedOn,
      reason: `Weil ${canary}`,
    });
    const step = { participationId: id, status: 'active', reachedOn: startedOn, reason: `Weil ${canary}` };
    await this.insert('participation_steps', { institutionId, id: stepId, ...step });
    return { id, stepId };
  }

  private async people({
    kita,
    school,
    distant,
  }: Record<HouseKey, House>): Promise<Record<PersonKey, Person>> {
    const here = { municipalityId: this.municipalityId };
    const there = { municipalityId: this.distantMunicipalityId };
    const roles: Record<PersonKey, Role[]> = {
      educator: [['educator', { institutionId: kita.id }]],
      colleague: [['educator', { institutionId: kita.id }]],
      lead: [['institution_lead', { institutionId: kita.id }]],
      coach: [['coach', here]],
      formerCoach: [['coach', here]],
      coordinator: [['coordinator', here]],
      programmeLead: [['programme_lead', {}]],
      administrator: [['administrator', {}]],
      schoolEducator: [['educator', { institutionId: school.id }]],
      schoolLead: [['institution_lead', { institutionId: school.id }]],
      distantEducator: [['educator', { institutionId: distant.id }]],
      distantLead: [['institution_lead', { institutionId: distant.id }]],
      distantCoach: [['coach', there]],
      distantCoordinator: [['coordinator', there]],
      roleless: [],
      disabled: [['educator', { institutionId: kita.id }]],
      expired: [['educator', { institutionId: kita.id }]],
    };
    const people: Partial<Record<PersonKey, Person>> = {};
    for (const key of PEOPLE) people[key] = await this.person(key, roles[key]);
    await this.db.query('update accounts set disabled_at = now() where id = $1', [people.disabled?.id]);
    await this.db.query(
      `update sessions set idle_until = now() - interval '1 second' where account_id = $1`,
      [people.expired?.id],
    );
    return people as Record<PersonKey, Person>;
  }

  private async person(key: PersonKey, roles: Role[]): Promise<Person> {
    const id = randomUUID();
    const person = { id, name: `${CANARY}-PERSON-${key}`, email: `${key.toLowerCase()}@example.org` };
    await this.insert('accounts', person);
    for (const [role, at] of roles) {
      await this.insert('account_roles', { id: randomUUID(), accountId: id, role, ...at });
    }
    return { ...person, token: await openSession(this.db, id) };
  }

  private async coaches(
    { kita, distant }: Record<HouseKey, House>,
    people: Record<PersonKey, Person>,
  ): Promise<City['assignments']> {
    const [yesterday, lastMonth] = [addDays(this.today, -1), addDays(this.today, -30)];
    await this.assign(kita.id, people.formerCoach.id, addDays(this.today, -400), yesterday);
    return {
      kita: await this.assign(kita.id, people.coach.id, this.today, null),
      distant: await this.assign(distant.id, people.distantCoach.id, lastMonth, null),
    };
  }

  private async assign(
    institutionId: string,
    accountId: string,
    firstDay: string,
    lastDay: string | null,
  ): Promise<string> {
    const id = randomUUID();
    await this.insert('coach_assignments', { institutionId, id, accountId, firstDay, lastDay });
    return id;
  }

  private async activities(
    { kita, school, distant }: Record<HouseKey, House>,
    people: Record<PersonKey, Person>,
  ): Promise<City['activities']> {
    const activities = {
      educator: await this.activity(kita, people.educator.id),
      colleague: await this.activity(kita, people.colleague.id),
      lead: await this.activity(kita, people.lead.id),
    };
    kita.activityId = activities.educator;
    school.activityId = await this.activity(school, people.schoolEducator.id);
    distant.activityId = await this.activity(distant, people.distantEducator.id);
    return activities;
  }

  private async activity({ id: institutionId, groupId }: House, authorId: string): Promise<string> {
    const id = randomUUID();
    const heldOn = this.today;
    const numbers = { minutes: 30, childrenPresent: 12, adultsPresent: 2 };
    const texts = { focusArea: 'active_learning', place: 'hall', note: `${CANARY}-NOTIZ-${id}` };
    await this.insert('activities', { institutionId, id, groupId, authorId, heldOn, ...numbers, ...texts });
    return id;
  }

  /** What each house that takes part chose, and when it was last advised. */
  private async programme(
    houses: Record<HouseKey, House>,
    { coach, formerCoach, distantCoach }: Record<PersonKey, Person>,
  ): Promise<void> {
    const kind = { focusArea: 'active_learning', audience: 'children', format: 'workshop' };
    await this.insert('modules', { id: this.moduleId, ...kind, title: 'Balancieren', usualMinutes: 90 });
    await this.insert('module_items', { moduleId: this.moduleId, itemCode: 'BR' });
    const coaches = { kita: coach, school: formerCoach, distant: distantCoach };
    for (const key of ['kita', 'school', 'distant'] as const) {
      const [bookingId, adviceId] = [randomUUID(), randomUUID()];
      const { id: institutionId } = houses[key];
      const chosen = { moduleId: this.moduleId, remarks: `${CANARY}-BUCHUNG-${key}` };
      await this.insert('module_bookings', { institutionId, id: bookingId, ...chosen });
      const advice = {
        coachId: coaches[key].id,
        state: 'held',
        way: 'phone',
        heldOn: this.today,
        minutes: 30,
      };
      const texts = { topics: `${CANARY}-BERATUNG-${key}`, nextStep: 'Material bestellen' };
      await this.insert('coach_contacts', { institutionId, id: adviceId, ...advice, ...texts });
      Object.assign(houses[key], { bookingId, adviceId });
    }
  }

  private async invitations(
    { kita, school }: Record<HouseKey, House>,
    people: Record<PersonKey, Person>,
  ): Promise<City['invitations']> {
    const here = { municipalityId: this.municipalityId };
    const there = { municipalityId: this.distantMunicipalityId };
    return {
      lead: await this.invitation(people.lead, 'educator', { institutionId: kita.id }),
      coordinator: await this.invitation(people.coordinator, 'coach', here),
      schoolLead: await this.invitation(people.schoolLead, 'educator', { institutionId: school.id }),
      distantCoordinator: await this.invitation(people.distantCoordinator, 'coach', there),
    };
  }

  private async invitation(by: Person, role: string, at: object): Promise<string> {
    const id = randomUUID();
    const name = `${CANARY}-EINLADUNG-${id}`;
    const expiresAt = new Date(Date.now() + 3_600_000);
    const secret = { tokenHash: randomBytes(32), invitedBy: by.id, expiresAt };
    await this.insert('invitations', { id, email: `${id}@example.org`, name, role, ...at, ...secret });
    return id;
  }

  private insert(table: string, row: Record<string, unknown>): Promise<void> {
    return insertRow(this.db, table, row);
  }
}

/** Opens a session by hand. @returns its token */
export async function openSession(db: pg.Client, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await insertRow(db, 'sessions', {
    id: randomUUID(),
    accountId,
    tokenHash: createHash('sha256').update(token).digest(),
    device: 'Test',
    idleUntil: new Date(Date.now() + 3_600_000),
    expiresAt: new Date(Date.now() + 7_200_000),
  });
  return token;
}
