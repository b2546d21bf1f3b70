import type { ErasureReplay } from '../../database/erasure-replay.js';
import { accountStatements } from './account-statements.js';
import { staffStatements } from './staff-statements.js';

const ERASED = 'select object_id from erased';

/**
 * What requests and rules erase besides what is about children. Activities go as the retention run takes them: their sums stay. Sessions,
 * links, letters and the like are in no journal: the next run takes them by their dates.
 */
export const GOVERNANCE_REPLAYS: readonly ErasureReplay[] = [
  { objectType: 'staff_member', statements: staffStatements(ERASED) },
  { objectType: 'account', statements: accountStatements(ERASED) },
  {
    objectType: 'activity',
    statements: [
      `select set_config('app.erasing', 'on', true)`,
      `delete from activities where id in (${ERASED})`,
      `select set_config('app.erasing', '', true)`,
    ],
  },
];
