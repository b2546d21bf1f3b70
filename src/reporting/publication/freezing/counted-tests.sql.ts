import type { Database } from '../../../database/database.js';
import { joinDistrict } from '../../../institutions/districts/district-history.sql.js';
import type { InstitutionKind, SocialIndexGroup, SocialSituation } from '../../../institutions/vocabulary.js';
import type { CalendarDate } from '../../../kernel/calendar/calendar-date.js';
import type { Days } from '../periods.js';

/*
 * What statistics over children are counted from: the only SQL of reporting that reads children. For the system alone, inside of the job; what it
 * finds goes into the computation and nowhere else.
 */

/** A house as it stood on the last day of the period. */
export interface CountedHouse {
  id: string;
  districtId: string;
  districtTitle: string;
  position: number;
  kind: InstitutionKind;
  situation: SocialSituation | null;
  index: SocialIndexGroup | null;
}

/** A child's first test in the period. */
export interface TestedChild {
  institutionId: string;
  childId: string;
  testedOn: CalendarDate;
  birthMonth: CalendarDate;
  sex: string | null;
}

/** A counting score; the child's first one for the task and the wave in the school year. */
export interface CountedScore {
  institutionId: string;
  childId: string;
  testedOn: CalendarDate;
  protocolId: string;
  itemCode: string;
  wave: 'entry' | 'progress' | 'exit';
  normSetId: string;
  /** 1 (far below average) to 5. */
  class: number;
  /** Of the performance. */
  percentile: number;
  /** Of the performance: where less is better it is turned round. */
  z: number;
}

/** Tests of the municipality's own closed test days. What came along from another house was counted there. */
const TESTS = `
  from institutions i
    join test_days d on d.institution_id = i.id and d.origin = 'own' and d.state = 'closed' and d.held_on between $2::date and $3::date
    join assessments a on a.institution_id = d.institution_id and a.test_day_id = d.id
    join children c on c.institution_id = a.institution_id and c.id = a.child_id and c.birth_month is not null
    join results r on r.institution_id = a.institution_id and r.assessment_id = a.id`;

/** Those that were there on the last day: whether they take part does not matter, tested is tested. */
export async function listHouses(
  database: Database,
  municipalityId: string,
  { from, to }: Days,
): Promise<CountedHouse[]> {
  return database.query<CountedHouse>(
    `select i.id, d.id as "districtId", d.name as "districtTitle", d.position, i.kind,
       coalesce(i.social_situation, d.social_situation) as situation,
       case when i.social_index <= 3 then '1-3' when i.social_index <= 6 then '4-6' when i.social_index <= 9 then '7-9' end as index
     from institutions i ${joinDistrict('$3')}
     where i.municipality_id = $1 and i.merged_into is null
       and (i.archived_at is null or (i.archived_at at time zone 'Europe/Berlin')::date > $3::date
         or exists (select from test_days t where t.institution_id = i.id and t.held_on between $2::date and $3::date))
     order by i.id`,
    [municipalityId, from, to],
  );
}

/** Children with at least one task done. Without the month of birth there is no age, and no place in the tables. */
export async function listTestedChildren(
  database: Database,
  municipalityId: string,
  { from, to }: Days,
): Promise<TestedChild[]> {
  return database.query<TestedChild>(
    `select distinct on (a.institution_id, a.child_id) a.institution_id as "institutionId", a.child_id as "childId",
       a.tested_on::text as "testedOn", c.birth_month::text as "birthMonth", c.sex
     ${TESTS} and r.state = 'done'
     where i.municipality_id = $1
     order by a.institution_id, a.child_id, a.tested_on, a.id`,
    [municipalityId, from, to],
  );
}

/** Of several tests in a wave the first one counts. @param days of the whole school year, for a first test may lie in the half before */
export async function listScores(
  database: Database,
  municipalityId: string,
  { from, to }: Days,
): Promise<CountedScore[]> {
  return database.query<CountedScore>(
    `select distinct on (a.institution_id, a.child_id, r.protocol_id, d.wave) a.institution_id as "institutionId",
       a.child_id as "childId", a.tested_on::text as "testedOn", r.protocol_id as "protocolId", r.item_code as "itemCode", d.wave, s.norm_set_id as "normSetId",
       s.class, s.performance_percentile as percentile, case when p.better = 'lower' then -s.z else s.z end as z
     ${TESTS}
       join scores s on s.institution_id = r.institution_id and s.result_id = r.id and s.replaced_at is null
       join test_protocols p on p.id = r.protocol_id
     where i.municipality_id = $1
     order by a.institution_id, a.child_id, r.protocol_id, d.wave, a.tested_on, a.id`,
    [municipalityId, from, to],
  );
}
