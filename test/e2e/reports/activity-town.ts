import type pg from 'pg';
import { CountedTown, type Row } from './counted-town.js';

/** A Friday. */
export const NOW = '2026-11-20T11:00:00Z';

/**
 * What was done in a small town, to be counted in one's head.
 *
 * The school weeks of 2026/27 up to that Friday, by their Mondays, in North Rhine-Westphalia (summer holidays until Tuesday, 1 September,
 * autumn holidays from 17 to 31 October): 31 Aug · 7 14 21 28 Sep · 5 12 Oct · 2 9 16 Nov: ten, of which nine are over.
 *
 *   Nord  Kita Ahorn         since 1 Sep 2025; closed from 14 to 18 Sep (a whole week) and from 5 to 7 Oct (not a whole one): 9 weeks, 8 over
 *         Kita Dorn          does not take part
 *         Kita Eibe          has only asked to
 *         Kita Fichte        since 1 Aug 2026, without any group: 10 weeks, 9 over
 *   Süd   Grundschule Birke  joined on Thursday, 1 Oct 2026: 28 Sep · 5 12 Oct · 2 9 16 Nov: 6 weeks, 5 over
 *         Kita Ceder         left on Tuesday, 15 Sep 2026: 31 Aug · 7 14 Sep: 3 weeks
 *         Kita Ginster       archived on Monday, 5 Oct 2026, its participation still open: 31 Aug · 7 14 21 28 Sep: 5 weeks
 *         Kita Holunder      left on 31 Jul 2026, archived since
 *   Leer  nobody
 *   Fernstadt, in a state whose holidays nobody knows: Kita Fern
 */
export class ActivityTown extends CountedTown {
  static async build(db: pg.Client): Promise<ActivityTown> {
    const built = new ActivityTown(db);
    await built.addCity();
    await built.addNorth();
    await built.addSouth();
    await built.addFarAway();
    await built.addLastYear();
    await built.addPeople();
    return built;
  }

  private async addCity(): Promise<void> {
    const here = (this.ids['here'] = await this.town.municipality('Musterstadt', '05999001'));
    for (const [position, name] of ['Nord', 'Süd', 'Leer'].entries()) {
      this.ids[name] = await this.town.district(here, name, position + 1);
    }
  }

  private async house(name: string, district: string, more: Row = {}): Promise<string> {
    return (this.ids[name] = await this.town.house(this.at('here'), this.at(district), name, more));
  }

  /** Entered at noon of its day unless said otherwise. */
  private async held(
    group: string,
    house: string,
    day: string,
    minutes: number,
    more: Row = {},
  ): Promise<void> {
    const createdAt = `${day}T12:00:00Z`;
    await this.town.activity(this.at(house), this.at(group), day, minutes, { createdAt, ...more });
  }

  private async group(name: string, house: string, size: number, more: Row = {}): Promise<void> {
    this.ids[name] = await this.town.group(this.at(house), name, size, more);
  }

  private async addNorth(): Promise<void> {
    const { town } = this;
    const ahorn = await this.house('Kita Ahorn', 'Nord', { familyCentre: true });
    await town.participation(ahorn, '2025-09-01');
    for (const [firstDay, lastDay] of [
      ['2026-09-14', '2026-09-18'],
      ['2026-10-05', '2026-10-07'],
    ]) {
      await town.insert('closing_days', { institutionId: ahorn, firstDay, lastDay, reason: 'Teamtage' });
    }
    await this.group('Bären', 'Kita Ahorn', 20);
    await this.group('Füchse', 'Kita Ahorn', 15);
    await this.held('Bären', 'Kita Ahorn', '2026-08-01', 30);
    // The last minute of the Sunday that is seven days after the week's, and the first one after it.
    await this.held('Bären', 'Kita Ahorn', '2026-09-02', 30, { createdAt: '2026-09-13T21:59:59Z' });
    await this.held('Bären', 'Kita Ahorn', '2026-09-07', 40, { createdAt: '2026-09-20T22:00:00Z' });
    await this.held('Bären', 'Kita Ahorn', '2026-09-15', 20);
    await this.held('Bären', 'Kita Ahorn', '2026-09-23', 90, { deletedAt: '2026-09-24T12:00:00Z' });
    await this.held('Bären', 'Kita Ahorn', '2026-11-04', 25, { focusArea: 'health_promotion' });
    await this.held('Bären', 'Kita Ahorn', '2026-11-17', 35);
    await this.house('Kita Dorn', 'Nord');
    await this.group('Wölfe', 'Kita Dorn', 12);
    const eibe = await this.house('Kita Eibe', 'Nord');
    await town.participation(eibe, '2026-08-01', { status: 'requested' });
    await town.participation(await this.house('Kita Fichte', 'Nord'), '2026-08-01');
  }

  private async addSouth(): Promise<void> {
    const { town } = this;
    const school = { kind: 'school', socialIndex: 8, socialIndexYear: 2025 };
    await town.participation(await this.house('Grundschule Birke', 'Süd', school), '2026-10-01');
    await this.group('1a', 'Grundschule Birke', 0);
    await this.group('1b', 'Grundschule Birke', 24);
    await this.held('1a', 'Grundschule Birke', '2026-10-01', 60);
    await this.held('1a', 'Grundschule Birke', '2026-10-06', 45);
    const left = { status: 'completed', endedOn: '2026-09-15' };
    await town.participation(await this.house('Kita Ceder', 'Süd'), '2025-08-01', left);
    await this.group('Hasen', 'Kita Ceder', 10);
    await this.held('Hasen', 'Kita Ceder', '2026-09-14', 50);
    const ginster = await this.house('Kita Ginster', 'Süd', { archivedAt: '2026-10-05T10:00:00Z' });
    await town.participation(ginster, '2025-08-01');
    await this.group('Hummeln', 'Kita Ginster', 12);
    await this.held('Hummeln', 'Kita Ginster', '2026-09-10', 25);
    const gone = { status: 'completed', endedOn: '2026-07-31' };
    const holunder = await this.house('Kita Holunder', 'Süd', { archivedAt: '2026-09-20T10:00:00Z' });
    await town.participation(holunder, '2025-08-01', gone);
  }

  private async addFarAway(): Promise<void> {
    const { ids, town } = this;
    const far = (ids['far'] = await town.municipality('Fernstadt', '03999002', 'NI'));
    ids['Kita Fern'] = await town.house(far, await town.district(far, 'Mitte', 1), 'Kita Fern');
    await town.participation(this.at('Kita Fern'), '2025-08-01');
    await this.group('Wolken', 'Kita Fern', 30);
    // A Saturday, in a week whose Thursday is in July.
    await this.held('Wolken', 'Kita Fern', '2026-08-01', 40);
  }

  /** 2025/26. */
  private async addLastYear(): Promise<void> {
    const sizes = { 'Kita Ahorn': 18, 'Kita Ceder': 11, 'Kita Ginster': 13, 'Kita Holunder': 9 };
    for (const [house, size] of Object.entries(sizes)) {
      await this.group(`${house} 2025`, house, size, { schoolYear: 2025 });
    }
    await this.held('Kita Ahorn 2025', 'Kita Ahorn', '2026-07-31', 60);
    await this.held('Kita Ceder 2025', 'Kita Ceder', '2025-10-20', 40);
    await this.held('Kita Ginster 2025', 'Kita Ginster', '2025-11-20', 30);
    await this.held('Kita Ginster 2025', 'Kita Ginster', '2025-11-21', 99);
    await this.held('Kita Holunder 2025', 'Kita Holunder', '2026-05-05', 40);
  }

  private async addPeople(): Promise<void> {
    const coordinates = (town: string): [string, Row] => ['coordinator', { municipalityId: this.at(town) }];
    this.people['coordinator'] = await this.town.person('Koordination', [coordinates('here')]);
    this.people['far'] = await this.town.person('Fern', [coordinates('far')]);
    this.people['programmeLead'] = await this.town.person('Programm', [['programme_lead']]);
    const teaches: [string, Row] = ['educator', { institutionId: this.at('Kita Ahorn') }];
    this.people['educator'] = await this.town.person('Erzieherin', [teaches]);
  }
}
