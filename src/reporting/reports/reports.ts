import { adoption } from './adoption.sql.js';
import { coaching } from './coaching.sql.js';
import { dose } from './dose.sql.js';
import { fidelity } from './fidelity.sql.js';
import { headline } from './headline.sql.js';
import { maintenance } from './maintenance.sql.js';
import { reach } from './reach.sql.js';
import type { Report } from './report.js';
import { reportingRate } from './reporting-rate.sql.js';
import { training } from './training.sql.js';

/** Every question, by the name it has in addresses. */
export const REPORTS = {
  headline,
  reach,
  dose,
  adoption,
  fidelity,
  training,
  coaching,
  'reporting-rate': reportingRate,
  maintenance,
} satisfies Record<string, Report>;

export type ReportCode = keyof typeof REPORTS;
export const REPORT_CODES = Object.keys(REPORTS) as ReportCode[];
