import { adoption } from './adoption.sql.js';
import { coaching } from './coaching.sql.js';
import { fidelity } from './fidelity.sql.js';
import { headline } from './headline.sql.js';
import type { Report } from './report.js';
import { training } from './training.sql.js';

/** Every question, by the name it has in addresses. */
export const REPORTS = {
  headline,
  adoption,
  fidelity,
  training,
  coaching,
} satisfies Record<string, Report>;

export type ReportCode = keyof typeof REPORTS;
export const REPORT_CODES = Object.keys(REPORTS) as ReportCode[];
