import type { ConstraintProblems } from '../../database/sqlstate.js';
import { Problem } from '../../kernel/problem/problem.js';

/** What the constraints of test days and results mean to a person. */
export const TEST_DAY_CONSTRAINTS: ConstraintProblems = {
  test_days_battery_fk: () =>
    Problem.unknownReference('batteryId', 'Testbatterie: Diese Testbatterie gibt es nicht.'),
  test_day_groups_group_fk: () =>
    Problem.unknownReference('groupIds', 'Gruppen: Diese Gruppe gibt es in der Einrichtung nicht.'),
  test_days_release_order_ck: () =>
    Problem.invalid('releasedOn', 'Freigegeben am: bitte spätestens den Tag des Tests angeben.'),
  test_days_stay_released_ck: () => hasResults(),
  assessments_day_fk: () => hasResults(),
  assessments_consent_ck: () =>
    new Problem(
      409,
      'no_consent',
      'Für dieses Kind liegt am Tag des Tests keine Einwilligung der Eltern vor. Es kann mitmachen, aber es darf nichts gespeichert werden.',
    ),
  assessments_release_ck: () =>
    new Problem(
      409,
      'not_released',
      'Die Schulleitung hat diesen Testtag noch nicht freigegeben. Bitte zuerst die Freigabe mit Datum und Namen eintragen.',
    ),
  trials_number_uq: () =>
    new Problem(
      409,
      'trial_taken',
      'Dieser Versuch ist schon eingetragen, vielleicht an einem anderen Gerät.',
    ),
};

export function hasResults(): Problem {
  return new Problem(
    409,
    'has_results',
    'Zu diesem Testtag gibt es schon Ergebnisse. Das lässt sich nicht mehr ändern.',
  );
}

export function dayClosed(): Problem {
  return new Problem(
    409,
    'test_day_closed',
    'Dieser Testtag ist abgeschlossen. Einzelne Werte lassen sich noch berichtigen, die Planung nicht mehr.',
  );
}
