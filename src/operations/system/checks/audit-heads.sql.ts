import type { IntegrityCheck } from './check.js';

/** Chains of the trail whose last entry is not the one that their head names: entries are missing at the end, or were added past the seal. */
export const AUDIT_HEADS: IntegrityCheck = {
  code: 'audit_heads',
  found: 'bad',
  sql: `
    select count(*)::int as count from audit_chains c
      left join lateral (select e.seq, e.hash from audit_events e where e.chain = c.chain order by e.seq desc limit 1) last on true
      where last.seq is distinct from c.length or last.hash is distinct from c.head`,
};
