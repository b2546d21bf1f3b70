import type { ErasureReplay } from '../../database/erasure-replay.js';

// By id alone: two entries of a house may have become one since the backup was taken, and its rows bear the other house's id there.
const IS_ERASED = 'id in (select object_id from erased)';
const WITHDREW = `(institution_id, child_id) in (select institution_id, child_id from consents where ${IS_ERASED})`;

/** What withdrawals and deletions erase, as erasures.ts and consent.repository.ts do it the first time. Tests come before their days. */
export const CHILD_REPLAYS: readonly ErasureReplay[] = [
  { objectType: 'assessment', statements: [`delete from assessments where ${IS_ERASED}`] },
  { objectType: 'test_day', statements: [`delete from test_days where ${IS_ERASED} and origin = 'brought'`] },
  {
    objectType: 'consent',
    statements: [
      `delete from assessments where ${WITHDREW}`,
      `delete from child_transfers where redeemed_at is null and ${WITHDREW}`,
      `update children set birth_month = null, sex = null, creation_digest = null, version = version + 1
        where num_nonnulls(birth_month, sex, creation_digest) > 0
          and (institution_id, id) in (select institution_id, child_id from consents where ${IS_ERASED})`,
      `update consents c set withdrawn_on = greatest(c.given_on, (e.erased_at at time zone 'Europe/Berlin')::date), version = version + 1
        from erased e where e.object_id = c.id and c.withdrawn_on is null`,
    ],
  },
  { objectType: 'child', statements: [`delete from children where ${IS_ERASED}`] },
];
