import { randomUUID } from 'node:crypto';
import { addDays } from '../../../src/kernel/calendar/calendar-date.js';
import type { HouseKey } from '../../support/city.js';
import { insertRow } from '../../support/rows.js';
import type { Stage } from '../../support/stage.js';

export interface Course {
  id: string;
  /** In their order. */
  sessions: string[];
}

export interface Registered {
  /** Of the registration. */
  id: string;
  staffMemberId: string;
  name: string;
}

/** Trainings and people, written by hand; each session has 180 minutes without its break. */
export class Courses {
  private arrivals = 0;

  constructor(private readonly stage: Stage) {}

  /** @param days when its sessions are, counted from today */
  async open(days: number[], more: Record<string, unknown> = {}): Promise<Course> {
    const id = randomUUID();
    const { city, db } = this.stage;
    await insertRow(db, 'trainings', {
      ...{ id, municipalityId: city.municipalityId, title: 'Bewegte Pause', focusArea: 'active_learning' },
      ...{ capacity: 20, state: 'open', trainerName: 'Jürgen Kłos', issuer: 'Stadt Herne', ...more },
    });
    const sessions: string[] = [];
    for (const day of days) {
      const session = randomUUID();
      sessions.push(session);
      await insertRow(db, 'training_sessions', {
        ...{ id: session, trainingId: id, heldOn: addDays(city.today, day) },
        ...{ startsAt: '14:00', endsAt: '17:15', breakMinutes: 15 },
      });
    }
    return { id, sessions };
  }

  async register(
    course: Course,
    name: string,
    {
      house = 'kita',
      state = 'confirmed',
      accountId,
    }: { house?: HouseKey; state?: string; accountId?: string } = {},
  ): Promise<Registered> {
    const { db, city } = this.stage;
    const institutionId = city.houses[house].id;
    const staffMemberId = randomUUID();
    await insertRow(db, 'staff_members', {
      institutionId,
      id: staffMemberId,
      name,
      function: 'educator',
      accountId,
    });
    await insertRow(db, 'staff_positions', { institutionId, id: randomUUID(), staffMemberId });
    const id = randomUUID();
    await insertRow(db, 'training_registrations', {
      ...{ institutionId, id, trainingId: course.id, staffMemberId, state, arrival: (this.arrivals += 1) },
    });
    return { id, staffMemberId, name };
  }

  /** Ticks as a coordinator does; version 0 unless said otherwise. */
  async tick(course: Course, marks: object[]) {
    const wanted = marks.map((mark) => ({ version: 0, ...mark }));
    return this.stage.as('coordinator').put(`/api/trainings/${course.id}/attendance`, { marks: wanted });
  }
}
