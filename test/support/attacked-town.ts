import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Random } from '../../src/reporting/publication/random.js';
import type { City } from './city.js';
import { insertRow } from './rows.js';

/** Who was tested where; the same children in every year. */
export interface TestedHouse {
  id: string;
  kind: 'kita' | 'school';
  groupId: string;
  children: string[];
}

const SIGNS = '34679CDFGHJKMNPQRTVWXY';
const ITEMS = ['SWS', 'SHH'];
const SITUATIONS = ['low', 'high'];

/** Eight Kitas and five schools in two districts, with 250 children of four to seven years, consents given. */
export async function settleTown(db: pg.Client, city: City, year: number): Promise<TestedHouse[]> {
  await db.query(
    `update institutions set social_situation = 'low', social_situation_year = 2024, social_situation_source = 'Stadt'`,
  );
  const houses: TestedHouse[] = [];
  for (let i = 0; i < 13; i += 1) {
    const kind = i < 8 ? ('kita' as const) : ('school' as const);
    const house = { id: randomUUID(), kind, groupId: randomUUID(), children: [] };
    await insertRow(db, 'institutions', {
      ...{ id: house.id, kind, name: `Haus ${i}`, providerKind: 'awo', municipalityId: city.municipalityId },
      districtId: city.districtIds[i % 2],
      ...(kind === 'kita'
        ? {
            socialSituation: SITUATIONS[(i >> 1) % 2],
            socialSituationYear: 2024,
            socialSituationSource: 'Stadt',
          }
        : { socialSituation: 'low', socialSituationYear: 2024, socialSituationSource: 'Stadt' }),
    });
    await insertRow(db, 'groups', {
      ...{ institutionId: house.id, id: house.groupId, name: 'Gruppe', schoolYear: year, size: 25 },
    });
    houses.push(house);
  }
  await addChildren(db, houses, year);
  return houses;
}

async function addChildren(db: pg.Client, houses: TestedHouse[], year: number): Promise<void> {
  const random = new Random(7);
  const rows = houses.flatMap((house, h) =>
    Array.from({ length: 14 + ((h * 5) % 12) }, (_, i) => {
      const id = randomUUID();
      house.children.push(id);
      const age = house.kind === 'kita' ? 4 + random.below(2) : 6 + random.below(2);
      return {
        ...{ institution_id: house.id, id, group_id: house.groupId, code: codeOf(h * 50 + i) },
        ...{ birth_month: `${year - age}-03-01`, sex: random.below(2) === 0 ? 'female' : 'male' },
      };
    }),
  );
  const record = 'institution_id uuid, id uuid, group_id uuid, code text, birth_month date, sex text';
  await db.query(
    `with kids as (insert into children (institution_id, id, group_id, code, birth_month, sex)
         select institution_id, id, group_id, code, birth_month, sex from jsonb_to_recordset($1) as t (${record}) returning institution_id, id)
     insert into consents (institution_id, id, child_id, given_on) select institution_id, gen_random_uuid(), id, $2 from kids`,
    [JSON.stringify(rows), `${year}-08-15`],
  );
}

/** A first and a last test of a school year, on closed days; some children are ill, some gone by then. */
export async function testTown(db: pg.Client, houses: TestedHouse[], year: number): Promise<void> {
  const random = new Random(year);
  for (const house of houses) {
    const below = 15 + random.below(40);
    for (const [wave, day, present] of [
      ['entry', `${year}-10-01`, 94],
      ['exit', `${year + 1}-05-05`, 85],
    ] as const) {
      const testDayId = randomUUID();
      await insertRow(db, 'test_days', {
        ...{ institutionId: house.id, id: testDayId, wave, heldOn: day, state: 'closed' },
        ...{ closedAt: `${day}T12:00:00Z`, releasedOn: `${year}-09-01`, releasedBy: 'Leitung' },
        batteryId: (await db.query<{ id: string }>(`select id from test_batteries where code = 'KITA-MOT'`))
          .rows[0]!.id,
      });
      const tested = house.children.filter(() => random.below(100) < present);
      const rows = tested.flatMap((child) => scoresOf(child, below, random));
      await addScores(db, { house, testDayId, day, tested, rows });
    }
  }
}

const scoresOf = (child: string, below: number, random: Random): object[] =>
  ITEMS.filter(() => random.below(100) < 96).map((item) => {
    const isBelow = random.below(100) < below;
    const place = isBelow ? 1 + random.below(2) : 3 + random.below(3);
    return { child, item, class: place, percentile: place * 20 - 10, z: (place - 3) / 2 };
  });

interface Scores {
  house: TestedHouse;
  testDayId: string;
  day: string;
  tested: string[];
  rows: object[];
}

async function addScores(db: pg.Client, { house, testDayId, day, tested, rows }: Scores): Promise<void> {
  await db.query(
    `insert into assessments (institution_id, id, test_day_id, tested_on, child_id, group_id)
     select $1, gen_random_uuid(), $2, $3::date, child, $4 from unnest($5::uuid[]) child`,
    [house.id, testDayId, day, house.groupId, tested],
  );
  await db.query(
    `with t as (select t.*, gen_random_uuid() as id, a.id as assessment from jsonb_to_recordset($3)
           as t (child uuid, item text, class int, percentile numeric, z numeric) join assessments a on a.child_id = t.child and a.test_day_id = $2),
       r as (insert into results (institution_id, id, assessment_id, protocol_id, item_code, state, value)
         select $1, t.id, t.assessment, (select p.id from test_protocols p where p.item_code = t.item order by version limit 1), t.item, 'done', 20 from t)
     insert into scores (institution_id, id, result_id, norm_set_id, value, age_years, sex, z, percentile, performance_percentile, class)
       select $1, gen_random_uuid(), t.id, (select norm_set_id from norm_items n where n.item_code = t.item order by 1 limit 1), 20, 5.5, 'female',
         t.z, t.percentile, t.percentile, t.class from t`,
    [house.id, testDayId, JSON.stringify(rows)],
  );
}

function codeOf(number: number): string {
  let [rest, code] = [number, ''];
  for (let i = 0; i < 5; i += 1) {
    code += SIGNS.charAt(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  return code;
}
