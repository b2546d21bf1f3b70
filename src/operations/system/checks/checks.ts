import { AUDIT_HEADS } from './audit-heads.sql.js';
import type { IntegrityCheck } from './check.js';
import { CONSENTS } from './consents.sql.js';
import { DURABILITY } from './durability.sql.js';
import { ERASED } from './erased.sql.js';
import { FUTURE_DATES } from './future-dates.sql.js';
import { ORPHANS } from './orphans.sql.js';
import { PROTECTION } from './protection.sql.js';
import { SEAT_COUNTS } from './seat-counts.sql.js';
import { SEATS } from './seats.sql.js';
import { SUMS } from './sums.sql.js';

/** Every question about the data, in the order in which the page shows them. */
export const INTEGRITY_CHECKS: readonly IntegrityCheck[] = [
  PROTECTION,
  DURABILITY,
  AUDIT_HEADS,
  CONSENTS,
  ERASED,
  ORPHANS,
  SUMS,
  SEATS,
  SEAT_COUNTS,
  FUTURE_DATES,
];
