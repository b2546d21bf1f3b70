import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { City } from './city.js';
import { insertRow, rowsOf } from './rows.js';

/** Children of a house who did the same: girls or boys, five years old when the year begins. */
export interface Bunch {
  count: number;
  sex: string;
  /** First calendar year of the school year in which they are tested. */
  schoolYear: number;
  /** Of the long jump in October, and in May; absent: not tested. */
  entry?: Outcome;
  exit?: Outcome;
  birthMonth?: string;
}

export interface Outcome {
  class: number;
  percentile: number;
  z: number;
}

export const BELOW: Outcome = { class: 2, percentile: 30, z: -0.5 };
export const AVERAGE: Outcome = { class: 3, percentile: 50, z: 0 };

const SIGNS = '34679CDFGHJKMNPQRTVWXY';
let children = 0;

/** Three more Kitas in each of the two districts of the own municipality. @returns by district */
export async function addKitas(db: pg.Client, city: City): Promise<[string[], string[]]> {
  const inDistrict = async (districtId: string): Promise<string[]> => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) {
      const place = { municipalityId: city.municipalityId, districtId, kind: 'kita', providerKind: 'awo' };
      await insertRow(db, 'institutions', { id, name: `Kita ${id.slice(0, 8)}`, ...place });
    }
    return ids;
  };
  return [await inDistrict(city.districtIds[0]), await inDistrict(city.districtIds[1])];
}

/** Children with their parents' consent, and what they did on closed test days. @returns the children's ids */
export async function addTested(db: pg.Client, institutionId: string, bunch: Bunch): Promise<string[]> {
  const { schoolYear, entry, exit } = bunch;
  const groupId = await groupOf(db, institutionId, schoolYear);
  const ids: string[] = [];
  for (let i = 0; i < bunch.count; i += 1) ids.push(await addChild(db, institutionId, groupId, bunch));
  if (entry) await test(db, institutionId, groupId, ids, 'entry', `${schoolYear}-10-01`, entry);
  if (exit) await test(db, institutionId, groupId, ids, 'exit', `${schoolYear + 1}-05-05`, exit);
  return ids;
}

async function groupOf(db: pg.Client, institutionId: string, schoolYear: number): Promise<string> {
  const id = randomUUID();
  await insertRow(db, 'groups', {
    institutionId,
    id,
    name: `Gruppe ${id.slice(0, 8)}`,
    schoolYear,
    size: 25,
  });
  return id;
}

async function addChild(
  db: pg.Client,
  institutionId: string,
  groupId: string,
  bunch: Bunch,
): Promise<string> {
  const { sex, schoolYear, birthMonth = `${schoolYear - 5}-06-01` } = bunch;
  const [id, code] = [randomUUID(), codeOf((children += 1))];
  await insertRow(db, 'children', { institutionId, id, code, groupId, birthMonth, sex });
  const consent = { childId: id, givenOn: `${schoolYear}-08-15` };
  await insertRow(db, 'consents', { institutionId, id: randomUUID(), ...consent });
  return id;
}

/** A closed day on which all of them jumped the same. */
async function test(
  db: pg.Client,
  institutionId: string,
  groupId: string,
  ids: string[],
  wave: string,
  heldOn: string,
  { class: place, percentile, z }: Outcome,
): Promise<void> {
  const [battery] = await rowsOf<{ id: string }>(db, `select id from test_batteries where code = 'KITA-MOT'`);
  const [norms] = await rowsOf<{ id: string }>(
    db,
    `select norm_set_id as id from norm_items where item_code = 'SWS' order by 1 limit 1`,
  );
  const testDayId = randomUUID();
  const day = { batteryId: battery!.id, wave, heldOn, state: 'closed', closedAt: `${heldOn}T12:00:00Z` };
  await insertRow(db, 'test_days', { institutionId, id: testDayId, ...day });
  await db.query(
    `with a as (insert into assessments (institution_id, id, test_day_id, tested_on, child_id, group_id)
         select $1, gen_random_uuid(), $2, $3::date, child, $4 from unnest($5::uuid[]) child returning id),
       r as (insert into results (institution_id, id, assessment_id, protocol_id, item_code, state, value)
         select $1, gen_random_uuid(), a.id, p.id, p.item_code, 'done', 90 from a
           cross join (select id, item_code from test_protocols where item_code = 'SWS' order by version limit 1) p returning id)
     insert into scores (institution_id, id, result_id, norm_set_id, value, age_years, sex, z, percentile, performance_percentile, class)
       select $1, gen_random_uuid(), r.id, $6, 90, 5.5, 'female', $7, $8, $8, $9 from r`,
    [institutionId, testDayId, heldOn, groupId, ids, norms!.id, z, percentile, place],
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
