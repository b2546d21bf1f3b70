import type { Role } from '../../api/types';
import { texts } from '../../texts/de';
import type { ReportCode } from '../reports/queries';

const { actions } = texts.ownHouse;

/** A page where somebody with one of the roles can do something about a number. */
export interface Way {
  path: string;
  label: string;
  roles: readonly Role[];
}

/** A number of the own house; the first of its ways that the person may go is offered. */
export interface Matter {
  report: ReportCode;
  code: keyof typeof texts.ownHouse.figures;
  ways: readonly Way[];
}

const EVERYBODY: readonly Role[] = ['educator', 'institution_lead', 'coach'];

const add: Way = { path: '/eintragen', label: actions.add, roles: ['educator', 'institution_lead'] };
const groups: Way = { path: '/gruppen', label: actions.groups, roles: ['institution_lead'] };
const trainings: Way = { path: '/fortbildungen', label: actions.trainings, roles: EVERYBODY };
const modules: Way = { path: '/module', label: actions.modules, roles: EVERYBODY };
const desk: Way = { path: '/beratung', label: actions.desk, roles: ['coach'] };

/** In the order in which a team asks. */
export const MATTERS: readonly Matter[] = [
  { report: 'reporting-rate', code: 'weeks_reported', ways: [add, desk] },
  { report: 'reach', code: 'children_reached', ways: [groups] },
  { report: 'reach', code: 'groups_reached', ways: [add, desk] },
  { report: 'dose', code: 'minutes_per_group_week', ways: [add, desk] },
  { report: 'training', code: 'staff_trained', ways: [trainings] },
  { report: 'fidelity', code: 'modules_delivered', ways: [modules] },
  { report: 'coaching', code: 'hours_per_institution', ways: [desk] },
  { report: 'coaching', code: 'days_since_contact', ways: [desk] },
];
