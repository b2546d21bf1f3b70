import type pg from 'pg';
import { CountedTown, type Row } from './counted-town.js';
type Training = { id: string; sessions: string[] };

/** A Friday: what is planned for it counts, what is planned for the Saturday does not. */
export const NOW = '2026-11-20T11:00:00Z';

/**
 * What the programme did in a small town, to be counted in one's head (the sums stand beside the expectations).
 *
 *   Nord  Kita Ahorn         takes part since 1 Sep 2025, family centre
 *         Kita Dorn          does not take part
 *         Kita Eibe          has only asked to
 *   Süd   Grundschule Birke  takes part since 1 Sep 2026, index 8
 *         Kita Ceder         took part from 1 Aug 2025 to 15 Sep 2026; catholic; in Nord until 14 Aug 2026
 *   Fernstadt, another town: Kita Fern
 */
export class ProgrammeTown extends CountedTown {
  private arrivals = 0;

  static async build(db: pg.Client): Promise<ProgrammeTown> {
    const built = new ProgrammeTown(db);
    await built.addHouses();
    await built.addGroups();
    await built.addContacts();
    await built.addBookings();
    await built.addTrainings();
    await built.addPeople();
    return built;
  }

  private async addHouses(): Promise<void> {
    const { ids, town } = this;
    const here = (ids['here'] = await town.municipality('Musterstadt', '05999001'));
    const situation = {
      socialSituation: 'high',
      socialSituationSource: 'Test',
      socialSituationYear: 2025,
    };
    const north = (ids['north'] = await town.district(here, 'Nord', 1, situation));
    const south = (ids['south'] = await town.district(here, 'Süd', 2));
    ids['ahorn'] = await town.house(here, north, 'Kita Ahorn', { familyCentre: true });
    await town.participation(this.at('ahorn'), '2025-09-01');
    const school = { kind: 'school', socialIndex: 8, socialIndexYear: 2025 };
    ids['birke'] = await town.house(here, south, 'Grundschule Birke', school);
    await town.participation(this.at('birke'), '2026-09-01');
    ids['ceder'] = await town.house(here, north, 'Kita Ceder', { providerKind: 'catholic' });
    await town.participation(this.at('ceder'), '2025-08-01', { status: 'completed', endedOn: '2026-09-15' });
    await this.moveOn('ceder', '2026-08-15', south);
    ids['dorn'] = await town.house(here, north, 'Kita Dorn');
    ids['eibe'] = await town.house(here, north, 'Kita Eibe');
    await town.participation(this.at('eibe'), '2026-08-01', { status: 'requested' });
    const far = (ids['farTown'] = await town.municipality('Fernstadt', '05999002'));
    ids['fern'] = await town.house(far, await town.district(far, 'Nord', 1), 'Kita Fern');
    await town.participation(this.at('fern'), '2025-09-01');
  }

  private async moveOn(house: string, day: string, districtId: string): Promise<void> {
    await this.db.query('insert into institution_districts values ($1, $2, $3)', [
      ...[this.at(house), day, districtId],
    ]);
    await this.db.query('update institutions set district_id = $2 where id = $1', [
      this.at(house),
      districtId,
    ]);
  }

  private async addGroups(): Promise<void> {
    const { town } = this;
    const bears = await town.group(this.at('ahorn'), 'Bären', 20);
    await town.activity(this.at('ahorn'), bears, '2026-09-10', 30);
    await town.activity(this.at('ahorn'), bears, '2026-11-20', 45);
    const hedgehogs = await town.group(this.at('ceder'), 'Igel', 14);
    await town.activity(this.at('ceder'), hedgehogs, '2026-08-01', 20);
    await town.group(this.at('birke'), '3b', 24);
    const clouds = await town.group(this.at('fern'), 'Wolken', 30);
    await town.activity(this.at('fern'), clouds, '2026-11-02', 40);
  }

  private async addContacts(): Promise<void> {
    const coachId = (await this.town.person('Coach', [])).id;
    const contact = (house: string, heldOn: string, state: string, minutes: number | null): Promise<string> =>
      this.town.insert('coach_contacts', {
        ...{ institutionId: this.at(house), coachId, way: 'phone', heldOn, state, minutes },
      });
    await contact('ahorn', '2026-07-31', 'held', 60); // the year before
    await contact('ahorn', '2026-08-01', 'held', 30);
    await contact('ahorn', '2026-11-10', 'cancelled', null);
    await contact('ahorn', '2026-11-25', 'planned', null);
    await contact('birke', '2026-11-20', 'held', 45);
    await contact('ceder', '2025-10-01', 'held', 40);
    await contact('dorn', '2026-10-10', 'held', 15);
    await contact('fern', '2026-11-10', 'held', 100);
  }

  private async addBookings(): Promise<void> {
    const { town } = this;
    const module = (audience: string, format: string, focusArea = 'active_learning'): Promise<string> =>
      town.insert('modules', { title: `${format} ${audience}`, audience, format, focusArea });
    const children = await module('children', 'workshop');
    const parents = await module('parents', 'talk', 'health_promotion');
    const staff = await module('staff', 'training');
    const festival = await module('children', 'sports_festival');
    const booked = (house: string, moduleId: string, plannedOn: string | null, more: Row): Promise<string> =>
      town.insert('module_bookings', { institutionId: this.at(house), moduleId, plannedOn, ...more });
    const delivered = (deliveredOn: string, more: Row = {}): Row => ({
      ...{ state: 'delivered', deliveredOn, minutes: 60, createdAt: '2026-06-01T10:00:00Z', ...more },
    });
    const created = (day: string, state = 'planned'): Row => ({ state, createdAt: `${day}T10:00:00Z` });

    // For 2026/27.
    await booked('ahorn', children, '2026-09-01', delivered('2026-09-01'));
    await booked('ahorn', parents, '2027-03-10', created('2026-10-01'));
    await booked('ahorn', festival, '2026-09-20', delivered('2026-09-20', { parents: 30 }));
    await booked('birke', children, null, created('2026-11-01', 'wished'));
    await booked('birke', parents, '2026-10-01', delivered('2026-10-08', { parents: 12 }));
    await booked('birke', parents, '2026-11-20', created('2026-11-01'));
    await booked('birke', parents, '2026-11-21', created('2026-11-01'));
    const cancelled = { state: 'cancelled', cancelledOn: '2026-10-01', cancelReason: 'krank' };
    await booked('birke', staff, '2026-10-05', cancelled);
    await booked('ceder', staff, '2026-08-01', delivered('2026-08-01'));
    await booked('dorn', children, null, created('2026-10-10', 'wished'));
    await booked('fern', parents, '2026-10-01', delivered('2026-10-01', { parents: 40 }));
    // For the year after it.
    await booked('ahorn', staff, '2027-08-01', created('2026-11-01'));
    // For the year before it: chosen after 20 November, before, and entered when it was long over.
    await booked(
      'ceder',
      children,
      '2026-07-31',
      delivered('2026-07-31', { createdAt: '2026-01-15T10:00:00Z' }),
    );
    await booked(
      'ahorn',
      children,
      '2026-05-05',
      delivered('2026-05-05', { createdAt: '2025-11-10T10:00:00Z' }),
    );
    await booked(
      'ahorn',
      parents,
      '2025-10-10',
      delivered('2025-10-10', { createdAt: '2026-11-01T10:00:00Z' }),
    );
  }

  private async addTrainings(): Promise<void> {
    const anna = await this.staff('Anna', ['ahorn', 'birke']);
    const bert = await this.staff('Bert', ['ahorn']);
    const cem = await this.staff('Cem', ['birke']);
    const dora = await this.staff('Dora', ['ahorn'], { until: '2026-10-31' });
    const emil = await this.staff('Emil', ['ceder']);
    await this.staff('Fay', ['dorn']);
    await this.staff('Gero', ['birke'], { since: '2026-12-01' });
    const fern = await this.staff('Fee', ['fern']);
    const health = await this.training('here', ['2026-06-10'], 'health_promotion');
    const autumn = await this.training('here', ['2026-09-10', '2026-09-17']);
    const turn = await this.training('here', ['2026-07-31', '2026-08-01']);
    await this.training('here', ['2026-10-01']); // nobody came
    await this.attended('ahorn', anna, health, [180]);
    await this.attended('ahorn', anna, autumn, [180, 0]);
    await this.attended('birke', anna, turn, [0, 60]);
    await this.attended('ahorn', bert, autumn, [180, 0]);
    await this.attended('birke', cem, autumn, [90, 80]);
    await this.attended('ahorn', dora, autumn, [45, 0]);
    await this.attended('ceder', emil, turn, [90, 90]);
    await this.attended('fern', fern, await this.training('farTown', ['2026-09-10']), [180]);
  }

  private async staff(name: string, houses: string[], more: Row = {}): Promise<string> {
    const [first = ''] = houses;
    const id = await this.town.insert('staff_members', {
      ...{ institutionId: this.at(first), name, function: 'educator' },
    });
    for (const house of houses) {
      const position = { institutionId: this.at(house), staffMemberId: id, ...more };
      await this.town.insert('staff_positions', position);
    }
    return id;
  }

  /** One session of 180 minutes on each of the days. */
  private async training(
    municipality: string,
    days: string[],
    focusArea = 'active_learning',
  ): Promise<Training> {
    const row = { title: 'Bewegte Pause', focusArea, capacity: 20, state: 'completed' };
    const id = await this.town.insert('trainings', { municipalityId: this.at(municipality), ...row });
    const sessions: string[] = [];
    for (const heldOn of days) {
      const times = { heldOn, startsAt: '14:00', endsAt: '17:15', breakMinutes: 15 };
      sessions.push(await this.town.insert('training_sessions', { trainingId: id, ...times }));
    }
    return { id, sessions };
  }

  private async attended(
    house: string,
    staffMemberId: string,
    { id: trainingId, sessions }: Training,
    minutes: number[],
  ): Promise<void> {
    const institutionId = this.at(house);
    const place = { state: 'confirmed', arrival: ++this.arrivals };
    const registrationId = await this.town.insert('training_registrations', {
      ...{ institutionId, trainingId, staffMemberId, ...place },
    });
    for (const [i, sessionId] of sessions.entries()) {
      const mark = { state: (minutes[i] ?? 0) > 0 ? 'present' : 'absent', minutes: minutes[i] };
      await this.town.insert('training_attendances', { institutionId, registrationId, sessionId, ...mark });
    }
  }

  private async addPeople(): Promise<void> {
    const { people, town } = this;
    people['coordinator'] = await town.person('Koordination', [
      ['coordinator', { municipalityId: this.at('here') }],
    ]);
    people['farCoordinator'] = await town.person('Fernkoordination', [
      ['coordinator', { municipalityId: this.at('farTown') }],
    ]);
    people['programmeLead'] = await town.person('Programm', [['programme_lead']]);
    people['educator'] = await town.person('Erzieherin', [['educator', { institutionId: this.at('ahorn') }]]);
  }
}
