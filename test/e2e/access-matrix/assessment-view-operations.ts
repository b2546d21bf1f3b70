import type { Role } from '../../../src/access/roles.js';
import { CHILD_CODES, CHILD_HOUSES, type ChildHouse } from '../../support/child-rows.js';
import { children, codes, codesOf, knowsChild } from './child-operations.js';
import type { Facts, Operation, Target } from './operation.js';
import { at, filter, houses } from './targets.js';

/** Nobody but the staff of a house and its coach of today learns anything about a child. */
const READERS: readonly Role[] = ['educator', 'institution_lead', 'coach'];

const days = ({ testDays }: Facts): Target[] => CHILD_HOUSES.map((house) => at(house, testDays.days[house]));
const assessments = ({ testDays }: Facts): Target[] =>
  CHILD_HOUSES.map((house) => at(house, testDays.assessments[house]));

const codeOf = ({ house }: Target): string => CHILD_CODES[house as ChildHouse];

const PERIODS = {
  ...{ beforeFrom: '2025-09-01', beforeTo: '2025-11-30' },
  ...{ afterFrom: '2026-04-01', afterTo: '2026-06-30' },
};

/** Of a house's children; the codes in them are canaries. */
const FILE: Operation = {
  roles: READERS,
  status: 200,
  shows: { expected: codesOf, found: codes },
  references: [filter('institutionId', houses, knowsChild), filter('testDayId', days, knowsChild)],
  writes: { action: 'assessment.export', objectType: 'export', fields: [] },
};

export const ASSESSMENT_VIEWS: Record<string, Operation> = {
  ChildProfile_get: { roles: READERS, status: 200, targets: children, may: knowsChild },
  GroupReport_get: { roles: READERS, status: 200, targets: days, may: knowsChild },
  AssessmentChange_get: {
    roles: READERS,
    status: 200,
    targets: houses,
    may: knowsChild,
    query: ({ id }) => ({ institutionId: id, ...PERIODS }),
  },
  ParentsSheet_document: {
    ...{ roles: READERS, status: 200, targets: assessments, may: knowsChild, bears: codeOf },
  },
  ParentsSheet_documents: {
    ...{ roles: READERS, status: 200, targets: days, may: knowsChild, bears: codeOf },
    writes: { action: 'parents_sheet.export', objectType: 'test_day', fields: [] },
  },
  AssessmentExport_longCsv: FILE,
  AssessmentExport_longXlsx: FILE,
  AssessmentExport_wideCsv: FILE,
  AssessmentExport_wideXlsx: FILE,
};
