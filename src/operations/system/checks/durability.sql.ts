import type { IntegrityCheck } from './check.js';

/** Settings of the server without which it acknowledges what a power cut takes away, or leaves half of a page behind. */
export const DURABILITY: IntegrityCheck = {
  code: 'durability',
  found: 'bad',
  sql: `
    select count(*)::int as count from unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) name
      where current_setting(name) = 'off'`,
};
