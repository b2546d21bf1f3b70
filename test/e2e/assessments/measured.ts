import { randomUUID } from 'node:crypto';
import type { HouseKey } from '../../support/city.js';
import { insertRow, rowsOf } from '../../support/rows.js';
import type { Stage } from '../../support/stage.js';

const SIGNS = '34679CDFGHJKMNPQRTVWXY';

interface Measured {
  /** Absent: not done. */
  value?: number;
  state?: string;
  reason?: string;
  /** Of the raw value; absent: no norm. */
  z?: number;
  class?: number;
  norm?: 'MOMO' | 'EMOTIKON';
  /** Kept as history; the given score came after it. */
  former?: { value: number; percentile: number };
  trials?: (number | null)[];
}

/** Children, test days and results, written by hand past the services, so that every figure is known beforehand. */
export class Measurements {
  private made = 0;
  private readonly protocols = new Map<string, string>();
  private readonly norms = new Map<string, string>();

  constructor(private readonly stage: Stage) {}

  async child({
    house = 'kita',
    ...more
  }: {
    house?: HouseKey;
    groupId?: string;
    birthMonth?: string | null;
    sex?: string | null;
  } = {}): Promise<string> {
    const { id: institutionId, groupId } = this.stage.city.houses[house];
    const [id, code] = [randomUUID(), this.code()];
    const child = { birthMonth: '2020-06-01', sex: 'female', groupId, ...more };
    await insertRow(this.stage.db, 'children', { institutionId, id, code, ...child });
    await insertRow(this.stage.db, 'consents', {
      ...{ institutionId, id: randomUUID(), childId: id, givenOn: '2024-01-01' },
    });
    return id;
  }

  async day(
    heldOn: string,
    {
      house = 'kita',
      battery = 'KITA-MOT',
      ...more
    }: { house?: HouseKey; battery?: string } & Record<string, unknown> = {},
  ): Promise<string> {
    const { id: institutionId, groupId } = this.stage.city.houses[house];
    const id = randomUUID();
    const [{ batteryId } = { batteryId: '' }] = await rowsOf<{ batteryId: string }>(
      this.stage.db,
      'select id as "batteryId" from test_batteries where code = $1',
      [battery],
    );
    const closed = { state: 'closed', closedAt: new Date() };
    const release = house === 'school' ? { releasedOn: heldOn, releasedBy: 'Leitung' } : {};
    const day = { batteryId, wave: 'entry', heldOn, ...release, ...closed, ...more };
    await insertRow(this.stage.db, 'test_days', { institutionId, id, ...day });
    await insertRow(this.stage.db, 'test_day_groups', { institutionId, testDayId: id, groupId });
    return id;
  }

  /** @returns the assessment's id */
  async assess(
    dayId: string,
    childId: string,
    results: Record<string, Measured>,
    { house = 'kita', groupId }: { house?: HouseKey; groupId?: string } = {},
  ): Promise<string> {
    const { id: institutionId, groupId: usual } = this.stage.city.houses[house];
    const id = randomUUID();
    await this.stage.db.query(
      `insert into assessments (institution_id, id, test_day_id, tested_on, child_id, group_id)
       select institution_id, $2, id, held_on, $3, $4 from test_days where institution_id = $1 and id = $5`,
      [institutionId, id, childId, groupId ?? usual, dayId],
    );
    for (const [itemCode, measured] of Object.entries(results)) {
      await this.result(institutionId, id, itemCode, measured);
    }
    return id;
  }

  private async result(
    institutionId: string,
    assessmentId: string,
    itemCode: string,
    { value, trials = [], former, ...more }: Measured,
  ): Promise<void> {
    const state = more.state ?? (value === undefined ? 'not_done' : 'done');
    const reason = state === 'not_done' ? (more.reason ?? 'ill') : null;
    const [id, protocolId] = [randomUUID(), await this.protocol(itemCode)];
    await insertRow(this.stage.db, 'results', {
      ...{ institutionId, id, assessmentId, protocolId, itemCode, state, reason, value: value ?? null },
    });
    for (const [index, trial] of trials.entries()) {
      const tried = { resultId: id, number: index + 1, value: trial, valid: trial !== null };
      await insertRow(this.stage.db, 'trials', { institutionId, id: randomUUID(), ...tried });
    }
    if (more.z === undefined) return;
    const normSetId = await this.norm(more.norm ?? 'MOMO');
    const score = { institutionId, resultId: id, normSetId, ageYears: 5.5, sex: 'female' };
    const current = { value, z: more.z, class: more.class, percentile: 50, performancePercentile: 50 };
    await insertRow(this.stage.db, 'scores', { id: randomUUID(), ...score, ...current });
    if (!former) return;
    const { value: before, percentile } = former;
    const old = { value: before, z: 0, class: 3, percentile, performancePercentile: percentile };
    await insertRow(this.stage.db, 'scores', { id: randomUUID(), ...score, ...old, replacedAt: new Date() });
  }

  private async protocol(itemCode: string): Promise<string> {
    return this.known(
      this.protocols,
      'select id from test_protocols where item_code = $1 and version = 1',
      itemCode,
    );
  }

  private async norm(code: string): Promise<string> {
    return this.known(this.norms, 'select id from norm_sets where code = $1 and version = 1', code);
  }

  private async known(cache: Map<string, string>, sql: string, key: string): Promise<string> {
    const id = cache.get(key) ?? (await rowsOf<{ id: string }>(this.stage.db, sql, [key]))[0]!.id;
    cache.set(key, id);
    return id;
  }

  /** One after the other: 33333, 33334 … */
  private code(): string {
    let rest = (this.made += 1);
    return Array.from({ length: 5 }, () => {
      const sign = SIGNS[rest % SIGNS.length];
      rest = Math.floor(rest / SIGNS.length);
      return sign;
    }).join('');
  }
}
