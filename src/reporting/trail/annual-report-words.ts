import { action, removed } from './action-words.js';

/** What people did with yearly reports, for trail-words.ts. */
export const ANNUAL_REPORT_ACTIONS = {
  'annual_report.create': action('Jahresbericht erstellt', 'hat einen Jahresbericht erstellen lassen'),
  'annual_report.remove': removed('Jahresbericht'),
};

export const ANNUAL_REPORT_OBJECTS = { annual_report: 'den Jahresbericht' };
