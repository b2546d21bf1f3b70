import type { InstitutionContactRow, TargetRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import { invalidEmail } from './people-names.js';
import type { Random } from './random.js';

const FUNCTIONS = {
  kita: ['stellvertretende Leitung', 'Bewegungsbeauftragte', 'Verwaltung'],
  school: ['stellvertretende Schulleitung', 'OGS-Koordination', 'Sekretariat'],
} as const;

/** Whom else to ask in a house; the example house has two. */
export function makeContacts(
  random: Random,
  members: readonly Member[],
  { founded, nextName }: Origin,
): InstitutionContactRow[] {
  return members.flatMap(({ institution: { id, kind, phone }, example }) => {
    const count = example
      ? 2
      : random.weighted([
          [0, 4],
          [1, 5],
          [2, 1],
        ] as const);
    return FUNCTIONS[kind].slice(0, count).map((duty) => {
      const name = nextName();
      return {
        ...{ institution_id: id, id: random.uuid(founded), name: `${name} (erfunden)`, function: duty },
        ...{ phone: random.chance(0.7) ? phone : null, email: invalidEmail(name) },
      };
    });
  });
}

/** What the city set out to reach in the past and in the running school year. */
export function makeTargets(random: Random, municipality_id: string, { year, founded }: Origin): TargetRow[] {
  const plans = [
    {
      school_year: year - 1,
      institutions: 65,
      children: 5500,
      teaching_units: 500,
      consultations: 200,
      weekly_minutes: 60,
    },
    {
      school_year: year,
      institutions: 80,
      children: 7000,
      teaching_units: 700,
      consultations: 250,
      weekly_minutes: 70,
    },
  ];
  return plans.map((plan) => ({ id: random.uuid(founded), municipality_id, ...plan }));
}
