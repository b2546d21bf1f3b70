import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import type { ChildPlace } from '../consents/erasures.js';

interface Brought {
  /** The test in the old house. */
  from: string;
  /** Its copy, and the test day that the copy gets for itself. */
  to: string;
  day: string;
}

// Reads the pairs from $3.
const MAP = `jsonb_to_recordset($3) as m ("from" uuid, "to" uuid, day uuid)`;

/**
 * Copies what was measured with a child into the house that it goes to: each test on a test day of its own, marked as brought. Who measured
 * it, and whose head released it, stays where it was. As the system, for nobody writes in two houses.
 */
@Injectable()
export class BroughtResults {
  constructor(private readonly database: Database) {}

  /** @returns how many tests came along */
  async copy(from: ChildPlace, to: ChildPlace, groupId: string): Promise<number> {
    const tests = await this.database.query<{ id: string }>(
      'select id from assessments where institution_id = $1 and child_id = $2 order by tested_on, id',
      [from.institutionId, from.id],
    );
    const map: Brought[] = tests.map(({ id }) => ({ from: id, to: uuidv7(), day: uuidv7() }));
    const parameters = [from.institutionId, to.institutionId, JSON.stringify(map)];
    await this.copyDays(parameters);
    await this.copyTests([...parameters, to.id, groupId]);
    await this.copyMeasurements(parameters);
    return map.length;
  }

  private async copyDays(parameters: unknown[]): Promise<void> {
    await this.database.query(
      `insert into test_days (institution_id, id, battery_id, wave, held_on, state, closed_at, origin)
       select $2::uuid, m.day, d.battery_id, d.wave, d.held_on, 'closed', coalesce(d.closed_at, now()), 'brought'
       from ${MAP} join assessments a on a.institution_id = $1 and a.id = m."from"
         join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id`,
      parameters,
    );
  }

  private async copyTests(parameters: unknown[]): Promise<void> {
    await this.database.query(
      `insert into assessments (institution_id, id, test_day_id, tested_on, child_id, group_id)
       select $2::uuid, m."to", m.day, a.tested_on, $4, $5
       from ${MAP} join assessments a on a.institution_id = $1 and a.id = m."from"`,
      parameters,
    );
  }

  private async copyMeasurements(parameters: unknown[]): Promise<void> {
    await this.database.query(
      `insert into results (institution_id, id, assessment_id, protocol_id, item_code, state, reason, value)
       select $2::uuid, gen_random_uuid(), m."to", r.protocol_id, r.item_code, r.state, r.reason, r.value
       from ${MAP} join results r on r.institution_id = $1 and r.assessment_id = m."from"`,
      parameters,
    );
    const pairs = `${MAP} join results r on r.institution_id = $1 and r.assessment_id = m."from"
      join results n on n.institution_id = $2 and n.assessment_id = m."to" and n.protocol_id = r.protocol_id`;
    await this.database.query(
      `insert into trials (institution_id, id, result_id, number, value, valid, confirmed, recorded_at)
       select $2::uuid, gen_random_uuid(), n.id, t.number, t.value, t.valid, t.confirmed, t.recorded_at
       from ${pairs} join trials t on t.institution_id = $1 and t.result_id = r.id`,
      parameters,
    );
    await this.database.query(
      `insert into scores (institution_id, id, result_id, norm_set_id, value, age_years, sex, z, percentile, performance_percentile, class,
         computed_at, replaced_at)
       select $2::uuid, gen_random_uuid(), n.id, s.norm_set_id, s.value, s.age_years, s.sex, s.z, s.percentile, s.performance_percentile, s.class,
         s.computed_at, s.replaced_at
       from ${pairs} join scores s on s.institution_id = $1 and s.result_id = r.id`,
      parameters,
    );
  }
}
