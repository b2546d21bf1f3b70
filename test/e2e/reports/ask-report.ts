import { expect } from '@jest/globals';
import type { ReportDto } from '../../../src/reporting/reports/report.dto.js';
import type { TestApp } from '../../support/app.js';
import { type Person, signedIn } from '../../support/city.js';

/** The answer to a question under `/api/reports/`, which the person may ask. */
export async function askReport(app: TestApp, person: Person, address: string): Promise<ReportDto> {
  const answer = await signedIn(app, person).get<ReportDto>(`/api/reports/${address}`);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.json;
}
