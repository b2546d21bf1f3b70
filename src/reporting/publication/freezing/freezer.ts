import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { daysOf, type Period } from '../periods.js';
import { type Counted, type Frozen, frozenRows } from './frozen-rows.js';
import { listHouses, listScores, listTestedChildren } from './counted-tests.sql.js';

/** Rows to compute with, and what tells later whether they are still true. */
export interface Freeze extends Frozen {
  fingerprint: Buffer;
}

/** Counts the children of a municipality in a period. As the system, in one snapshot; nothing of it is logged or stored but the fingerprint. */
@Injectable()
export class Freezer {
  constructor(private readonly database: Database) {}

  async freeze(municipalityId: string, period: Period): Promise<Freeze> {
    const days = daysOf(period);
    const year = daysOf({ ...period, half: null });
    const counted: Counted = {
      houses: await listHouses(this.database, municipalityId, days),
      tested: await listTestedChildren(this.database, municipalityId, days),
      scores: await listScores(this.database, municipalityId, year),
    };
    return { ...frozenRows(counted, days), fingerprint: fingerprintOf(counted) };
  }
}

/** Of everything that was read, in the order in which it was read: that is by ids. */
function fingerprintOf(counted: Counted): Buffer {
  return createHash('sha256').update(JSON.stringify(counted)).digest();
}
