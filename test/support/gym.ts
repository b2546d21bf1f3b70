import { randomUUID } from 'node:crypto';
import { type Person, signedIn } from './city.js';
import type { Answer, Client } from './client.js';
import { rowsOf } from './rows.js';
import { Stage } from './stage.js';
import { Town } from './town.js';

/** Tests stand here: a Friday in the school year 2026/27. */
export const NOW = '2026-11-20T11:00:00Z';
export const TODAY = '2026-11-20';

export interface House {
  id: string;
  groupId: string;
  educator: Person;
  lead: Person;
  coach: Person;
}

export interface Protocol {
  id: string;
  itemCode: string;
  trials: number;
}

/** A try as it is sent; the gym fills in the rest. */
export interface Try {
  id?: string;
  number?: number;
  value?: number | null;
  valid?: boolean;
  confirmed?: boolean;
}

let houses = 0;

/** Houses with children that take a test, each of its own: tests do not meet. */
export class Gym {
  private constructor(
    readonly stage: Stage,
    readonly town: Town,
  ) {}

  /** Call it in beforeAll, and `stage.close` in afterAll. */
  static async open(): Promise<Gym> {
    const stage = await Stage.open();
    stage.app.clock.standAt(NOW);
    return new Gym(stage, new Town(stage.db));
  }

  async house(kind: 'kita' | 'school' = 'kita'): Promise<House> {
    houses += 1;
    const { municipalityId, districtIds } = this.stage.city;
    const id = await this.town.house(municipalityId, districtIds[0], `Haus mit Turnhalle ${houses}`, {
      kind,
    });
    const groupId = await this.town.group(id, `Bären ${houses}`, 20);
    const coach = await this.town.person(`Coach${houses}`, [['coach', { municipalityId }]]);
    await this.town.insert('coach_assignments', {
      ...{ institutionId: id, accountId: coach.id, firstDay: '2026-08-01', lastDay: null },
    });
    return {
      ...{ id, groupId, coach },
      educator: await this.town.person(`Fachkraft${houses}`, [['educator', { institutionId: id }]]),
      lead: await this.town.person(`Leitung${houses}`, [['institution_lead', { institutionId: id }]]),
    };
  }

  /** Born in June 2021 (five and a half), a girl, with consent of September, unless said otherwise. */
  async child(house: House, more: object = {}, givenOn: string | null = '2026-09-01'): Promise<string> {
    const institutionId = house.id;
    const plain = { groupId: house.groupId, birthMonth: '2021-06-01', sex: 'female' };
    const id = await this.town.insert('children', { institutionId, code: codeOf(), ...plain, ...more });
    if (givenOn !== null) await this.town.insert('consents', { institutionId, childId: id, givenOn });
    return id;
  }

  as(person: Person): Client {
    return signedIn(this.stage.app, person);
  }

  async battery(code: string): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(
      this.stage.db,
      'select id from test_batteries where code = $1 order by version desc limit 1',
      [code],
    );
    return row!.id;
  }

  async protocols(battery: string): Promise<Record<string, Protocol>> {
    const rows = await rowsOf<Protocol>(
      this.stage.db,
      `select p.id, p.item_code as "itemCode", p.trials from test_protocols p
         join test_battery_items i on i.protocol_id = p.id join test_batteries b on b.id = i.battery_id where b.code = $1`,
      [battery],
    );
    return Object.fromEntries(rows.map((row) => [row.itemCode, row]));
  }

  /** Of today, for the house's group, unless said otherwise; a school's is released. */
  async day(house: House, battery = 'KITA-MOT', more: object = {}): Promise<string> {
    const wanted = {
      ...{ institutionId: house.id, groupIds: [house.groupId], wave: 'entry', heldOn: TODAY },
      ...{ batteryId: await this.battery(battery), ...more },
    };
    const answer = await this.as(house.educator).post('/api/test-days', wanted);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.field('id');
  }

  attempt(
    person: Person,
    place: { testDayId: string; childId: string; protocolId: string },
    { id = randomUUID(), number = 1, value = null, valid = true, confirmed = false }: Try,
  ): Promise<Answer> {
    return this.as(person).post('/api/trials', { id, ...place, number, value, valid, confirmed });
  }
}

const SIGNS = '34679CDFGHJKMNPQRTVWXY';

function codeOf(): string {
  return Array.from({ length: 5 }, () => SIGNS[Math.floor(Math.random() * SIGNS.length)]).join('');
}
