import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../database/database.js';
import { insertOnce, removeVersion, updateVersion } from '../../database/records.js';
import type { Reason } from '../test-days/vocabulary.js';
import type { EntryChild, EntryDay } from './entry-rules.js';
import type { SheetProtocolDto } from './sheet.dto.js';

/** What is stored of one item. */
export interface StoredResult {
  id: string;
  protocolId: string;
  itemCode: string;
  state: string;
  reason: Reason | null;
  value: number | null;
  version: number;
  /** How many tries are noted. */
  trials: number;
}

/** One try with all it belongs to. */
export interface StoredTrial {
  id: string;
  institutionId: string;
  testDayId: string;
  assessmentId: string;
  resultId: string;
  childId: string;
  protocolId: string;
  number: number;
  value: number | null;
  valid: boolean;
  confirmed: boolean;
  version: number;
}

export interface Assessed {
  institutionId: string;
  id: string;
}

const TRIAL = `t.id, t.institution_id as "institutionId", a.test_day_id as "testDayId", a.id as "assessmentId", r.id as "resultId",
    a.child_id as "childId", r.protocol_id as "protocolId", t.number, t.value::float8 as value, t.valid, t.confirmed, t.version`;

const TRIALS = `from trials t
  join results r on r.institution_id = t.institution_id and r.id = t.result_id
  join assessments a on a.institution_id = r.institution_id and a.id = r.assessment_id`;

const RESULT = `r.id, r.protocol_id as "protocolId", r.item_code as "itemCode", r.state, r.reason, r.value::float8 as value, r.version,
    (select count(*)::int from trials t where t.institution_id = r.institution_id and t.result_id = r.id) as trials`;

const DAY = `d.id, d.institution_id as "institutionId", d.battery_id as "batteryId", d.held_on::text as "heldOn", d.state, d.origin`;

/** All SQL of entering results. */
@Injectable()
export class EntryRepository {
  constructor(private readonly database: Database) {}

  async findDay(id: string): Promise<EntryDay | null> {
    const [row] = await this.database.query<EntryDay>(`select ${DAY} from test_days d where d.id = $1`, [id]);
    return row ?? null;
  }

  /** In the order of the battery. */
  async listProtocols(batteryId: string): Promise<SheetProtocolDto[]> {
    return this.database.query<SheetProtocolDto>(
      `select p.id, p.item_code as "itemCode", i.title as "itemTitle", p.version, p.title, p.instructions, p.counting, p.material, p.unit, p.better, p.rule, p.trials,
         p.trial_labels as "trialLabels", p.min_value as "minValue", p.max_value as "maxValue", p.step, p.ceiling, p.timer,
         p.timer_seconds as "timerSeconds", p.lap_metres as "lapMetres", b.optional
       from test_battery_items b join test_protocols p on p.id = b.protocol_id join test_items i on i.code = p.item_code
       where b.battery_id = $1 order by b.position`,
      [batteryId],
    );
  }

  async findChild({ institutionId, id }: EntryDay, childId: string): Promise<EntryChild | null> {
    const [row] = await this.database.query<EntryChild>(
      `select c.id, c.group_id as "groupId", coalesce(c.left_on < d.held_on, false) as left,
         c.group_id in (select g.group_id from test_day_groups g where g.institution_id = $1 and g.test_day_id = $2) as "inGroups",
         exists (select from assessments a where a.institution_id = $1 and a.test_day_id = $2 and a.child_id = $3) as assessed
       from children c join test_days d on d.institution_id = c.institution_id and d.id = $2
       where c.institution_id = $1 and c.id = $3`,
      [institutionId, id, childId],
    );
    return row ?? null;
  }

  /** Holds the child's assessment until the end of the transaction: one device after the other writes to it. */
  async lockAssessment({ institutionId, id }: EntryDay, childId: string): Promise<Assessed | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from assessments where institution_id = $1 and test_day_id = $2 and child_id = $3 for update',
      [institutionId, id, childId],
    );
    return row ? { institutionId, id: row.id } : null;
  }

  /** The database asks for consent and release here. */
  async addAssessment({ institutionId, id, heldOn }: EntryDay, child: EntryChild): Promise<void> {
    await this.database.query(
      `insert into assessments (institution_id, id, test_day_id, tested_on, child_id, group_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (institution_id, test_day_id, child_id) do nothing`,
      [institutionId, uuidv7(), id, heldOn, child.id, child.groupId],
    );
  }

  /** Holds the day and all its assessments: whoever is entering something comes before, everybody else after. */
  async lockDay({ institutionId, id }: Pick<EntryDay, 'institutionId' | 'id'>): Promise<void> {
    await this.database.query('select from test_days where institution_id = $1 and id = $2 for update', [
      institutionId,
      id,
    ]);
    await this.database.query(
      'select from assessments where institution_id = $1 and test_day_id = $2 order by id for update',
      [institutionId, id],
    );
  }

  async listResults({ institutionId, id }: Assessed): Promise<StoredResult[]> {
    return this.database.query<StoredResult>(
      `select ${RESULT} from results r where r.institution_id = $1 and r.assessment_id = $2`,
      [institutionId, id],
    );
  }

  /** Under the assessment's lock. */
  async addResult(
    { institutionId, id }: Assessed,
    { id: protocolId, itemCode }: Pick<SheetProtocolDto, 'id' | 'itemCode'>,
    values: Partial<Pick<StoredResult, 'state' | 'reason'>> = {},
  ): Promise<string> {
    const resultId = uuidv7();
    const key = ['institutionId', 'id'];
    const row = { institutionId, id: resultId, assessmentId: id, protocolId, itemCode, ...values };
    await insertOnce(this.database, 'results', key, row);
    return resultId;
  }

  /** A changed state or value is a new version; the same again is none. */
  async setResult(
    { institutionId }: Assessed,
    resultId: string,
    { state, reason, value }: Pick<StoredResult, 'state' | 'reason' | 'value'>,
  ): Promise<void> {
    await this.database.query(
      `update results set state = $3, reason = $4, value = $5, version = version + 1
       where institution_id = $1 and id = $2 and (state, reason, value) is distinct from ($3, $4, $5::numeric)`,
      [institutionId, resultId, state, reason, value],
    );
  }

  async removeResult({ institutionId }: Assessed, resultId: string): Promise<void> {
    await this.database.query('delete from results where institution_id = $1 and id = $2', [
      ...[institutionId, resultId],
    ]);
  }

  /** A child of whom nothing is stored any more has not been tested. */
  async removeIfEmpty({ institutionId, id }: Assessed): Promise<void> {
    await this.database.query(
      `delete from assessments a where a.institution_id = $1 and a.id = $2
         and not exists (select from results r where r.institution_id = $1 and r.assessment_id = $2)`,
      [institutionId, id],
    );
  }

  async findTrial(id: string): Promise<StoredTrial | null> {
    const [row] = await this.database.query<StoredTrial>(`select ${TRIAL} ${TRIALS} where t.id = $1`, [id]);
    return row ?? null;
  }

  /** What a creation with this id left in the house. */
  async findStoredTrial(
    institutionId: string,
    id: string,
  ): Promise<{ record: StoredTrial; digest: Buffer | null } | null> {
    const [row] = await this.database.query<StoredTrial & { digest: Buffer | null }>(
      `select ${TRIAL}, t.creation_digest as digest ${TRIALS} where t.institution_id = $1 and t.id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { record, digest };
  }

  /** Of one item, in their order. */
  async listTrials({ institutionId }: Assessed, resultId: string): Promise<StoredTrial[]> {
    return this.database.query<StoredTrial>(
      `select ${TRIAL} ${TRIALS} where t.institution_id = $1 and t.result_id = $2 order by t.number`,
      [institutionId, resultId],
    );
  }

  insertTrial(values: object): Promise<boolean> {
    return insertOnce(this.database, 'trials', ['institutionId', 'id'], { ...values });
  }

  updateTrial({ institutionId, id }: StoredTrial, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'trials', { institutionId, id }, version, { ...changes });
  }

  removeTrial({ institutionId, id }: StoredTrial, version: number): Promise<boolean> {
    return removeVersion(this.database, 'trials', { institutionId, id }, version);
  }
}
