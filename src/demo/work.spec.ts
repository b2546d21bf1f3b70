import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '../kernel/calendar/calendar-date.js';
import { makeDemoCity } from './demo-city.js';

const TODAY = '2026-11-22';
const city = makeDemoCity({ seed: 'spec', today: calendarDate(TODAY), holidays: [] });
const { modules, bookings, coachContacts } = city.programme;
const { staff, positions, trainings, sessions, registrations, attendances } = city.training;
const runs = new Map(city.participations.map((row) => [row.institution_id, row]));

function accountOf(email: string): string {
  return city.accounts.find((row) => row.email === email)!.id;
}

describe('the bookings of the demo city', () => {
  it('are of a catalogue of 25 modules for children, parents and staff in every focus area', () => {
    expect(modules).toHaveLength(25);
    expect(new Set(modules.map(({ audience }) => audience)).size).toBe(3);
    expect(new Set(modules.map((row) => row.focus_area)).size).toBe(5);
    expect(modules.filter(({ active }) => !active)).toHaveLength(1);
  });

  it('stand in all four states, delivered ones inside the run and not in the future', () => {
    expect(new Set(bookings.map(({ state }) => state)).size).toBe(4);
    const wrong = bookings.filter(({ institution_id, delivered_on: day }) => {
      const run = runs.get(institution_id)!;
      return day !== null && !(run.started_on! <= day && day <= (run.ended_on ?? TODAY));
    });
    expect(wrong).toEqual([]);
    expect(bookings.filter((row) => row.state === 'planned' && row.planned_on! < TODAY)).toEqual([]);
  });

  it('give the coach a week with bookings and talks', () => {
    const inWeek = (day: string | null): boolean => day !== null && day >= TODAY && day <= '2026-11-29';
    expect(
      bookings.filter((row) => row.state === 'planned' && inWeek(row.planned_on)).length,
    ).toBeGreaterThan(4);
    expect(
      coachContacts.filter((row) => row.state === 'planned' && inWeek(row.held_on)).length,
    ).toBeGreaterThan(4);
  });
});

describe('the trainings of the demo city', () => {
  const of = (id: string): typeof registrations => registrations.filter((row) => row.training_id === id);

  it('are forty, most of them over, with a team in every house that takes part', () => {
    expect(trainings).toHaveLength(40);
    expect(trainings.filter(({ state }) => state === 'completed').length).toBeGreaterThan(25);
    const started = [...runs.values()].filter((row) => row.started_on !== null);
    for (const { institution_id } of started)
      expect(staff.filter((row) => row.institution_id === institution_id).length).toBeGreaterThanOrEqual(5);
    expect(positions.length).toBeGreaterThan(staff.length);
  });

  it('never confirm more than they have places, and let nobody wait while there is one', () => {
    expect(registrations.some(({ state }) => state === 'waiting')).toBe(true);
    for (const { id, capacity } of trainings) {
      const confirmed = of(id).filter(({ state }) => state === 'confirmed');
      const waiting = of(id).filter(({ state }) => state === 'waiting');
      expect(confirmed.length).toBeLessThanOrEqual(capacity);
      if (waiting.length > 0) expect(confirmed).toHaveLength(capacity);
      const last = Math.max(0, ...confirmed.map(({ arrival }) => arrival));
      expect(waiting.filter(({ arrival }) => arrival < last)).toEqual([]);
    }
  });

  it('take nobody twice on one day', () => {
    const days = registrations
      .filter((row) => trainings.find(({ id }) => id === row.training_id)!.state !== 'cancelled')
      .flatMap((row) =>
        sessions
          .filter(({ training_id }) => training_id === row.training_id)
          .map(({ held_on }) => `${row.staff_member_id} ${held_on}`),
      );
    expect(new Set(days).size).toBe(days.length);
  });

  it('have people who did not come, and nobody counted before the day', () => {
    const states = new Set(attendances.map(({ state }) => state));
    expect([...states].sort()).toEqual(['absent', 'excused', 'present']);
    const future = new Set(sessions.filter(({ held_on }) => held_on >= TODAY).map(({ id }) => id));
    expect(attendances.filter((row) => future.has(row.session_id))).toEqual([]);
    expect(attendances.filter((row) => row.minutes > 0 !== (row.state === 'present'))).toEqual([]);
  });

  it('show the educator a registration and hours, and the lead somebody who waits', () => {
    const educator = staff.find((row) => row.account_id === accountOf('fachkraft@demo.invalid'))!;
    const own = registrations.filter((row) => row.staff_member_id === educator.id);
    const isOpen = (id: string): boolean => trainings.find((row) => row.id === id)!.state === 'open';
    expect(own.some((row) => row.state === 'confirmed' && isOpen(row.training_id))).toBe(true);
    expect(attendances.some((row) => own.some(({ id }) => id === row.registration_id))).toBe(true);
    const lead = accountOf('leitung@demo.invalid');
    expect(registrations.some((row) => row.registered_by === lead && row.state === 'waiting')).toBe(true);
  });
});
