import type { ConstraintProblems } from '../database/sqlstate.js';
import { Problem } from '../kernel/problem/problem.js';

const taken = (field: string, code: string, message: string) => (): Problem =>
  new Problem(409, code, message, { field, errors: [{ field, message }] });

/** What the constraints of this feature's tables mean to a person. */
export const INSTITUTION_CONSTRAINTS: ConstraintProblems = {
  municipalities_key_uq: taken(
    'key',
    'municipality_key_taken',
    'Gemeindeschlüssel: Diese Kommune gibt es schon.',
  ),
  districts_name_uq: taken(
    'name',
    'district_name_taken',
    'Name: Diesen Stadtbezirk gibt es in der Kommune schon.',
  ),
  districts_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
  institutions_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
  institutions_district_fk: () =>
    Problem.unknownReference('districtId', 'Stadtbezirk: Diesen Stadtbezirk gibt es in der Kommune nicht.'),
  institution_districts_district_fk: () =>
    Problem.unknownReference('districtId', 'Stadtbezirk: Diesen Stadtbezirk gibt es in der Kommune nicht.'),
  institutions_merged_ck: () =>
    new Problem(
      409,
      'merged',
      'Diese Einrichtung ist mit einer anderen zusammengeführt und lässt sich nicht wiederherstellen.',
    ),
  institutions_school_number_uq: taken(
    'schoolNumber',
    'school_number_taken',
    'Schulnummer: Eine andere Schule hat diese Nummer schon.',
  ),
  institutions_short_code_uq: taken(
    'shortCode',
    'short_code_taken',
    'Kurzzeichen: Eine andere Einrichtung hat dieses Kurzzeichen schon.',
  ),
  groups_pk: () => Problem.idReused(),
  groups_name_uq: taken(
    'name',
    'group_name_taken',
    'Name: Diese Gruppe gibt es in diesem Kita-/Schuljahr schon.',
  ),
  participation_steps_uq: taken(
    'status',
    'step_taken',
    'Stand: Dieser Schritt ist schon eingetragen. Bitte laden Sie die Seite neu.',
  ),
  targets_uq: taken(
    'schoolYear',
    'target_taken',
    'Kita-/Schuljahr: Für dieses Jahr gibt es schon Ziele. Bitte diese ändern.',
  ),
  targets_municipality_fk: () =>
    Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.'),
  school_holidays_uq: taken(
    'firstDay',
    'school_holiday_taken',
    'Erster Tag: An diesem Tag beginnen schon Ferien.',
  ),
  participations_open_uq: () =>
    new Problem(
      409,
      'already_participating',
      'Diese Einrichtung nimmt schon teil. Bitte laden Sie die Seite neu.',
    ),
};
