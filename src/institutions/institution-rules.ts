import { type CalendarDate, germanDate } from '../kernel/calendar/calendar-date.js';
import { type FieldProblem, Problem } from '../kernel/problem/problem.js';

/** Titles that a house bears since a day. */
export const FLAGS = ['familyCentre', 'movementKita', 'plusKita', 'allDaySchool'] as const;
type Flag = (typeof FLAGS)[number];
export type Flags = Partial<Record<Flag, boolean>> &
  Partial<Record<`${Flag}Since`, CalendarDate | string | null>>;

const FLAG_WORDS: Record<Flag, string> = {
  familyCentre: 'Familienzentrum',
  movementKita: 'Anerkannter Bewegungskindergarten',
  plusKita: 'plusKita',
  allDaySchool: 'OGS',
};

/** Germany, generously; whoever exchanges the two numbers lands in Somalia. */
const GERMANY = { south: 47, north: 55.1, west: 5.8, east: 15.1 };

interface Checked extends Flags {
  kind?: string;
  latitude?: number | null;
  longitude?: number | null;
  socialIndex?: number | null;
  socialIndexYear?: number | null;
  socialSituation?: string | null;
  socialSituationSource?: string | null;
  socialSituationYear?: number | null;
}

const missing = (value: unknown): boolean => value === undefined || value === null;

/** A title that is gone takes its "since" along. */
export function withFlagsTidied<T extends Flags>(changes: T): T {
  const gone = FLAGS.filter((flag) => changes[flag] === false);
  return { ...Object.fromEntries(gone.map((flag) => [`${flag}Since`, null])), ...changes };
}

/** What single fields cannot see: which belong together. @throws Problem 422 with every fault */
export function assertConsistent(institution: Checked, today: CalendarDate): void {
  const errors = [
    ...positionFaults(institution),
    ...flagFaults(institution, today),
    ...indexFaults(institution),
    ...situationFaults(institution),
  ];
  refuse(errors);
}

function positionFaults({ latitude, longitude }: Checked): FieldProblem[] {
  if (missing(latitude) === missing(longitude)) {
    return typeof latitude === 'number' && typeof longitude === 'number'
      ? placeFaults(latitude, longitude)
      : [];
  }
  const field = missing(latitude) ? 'latitude' : 'longitude';
  return [{ field, message: 'Breiten- und Längengrad: bitte beide angeben oder keinen.' }];
}

function placeFaults(latitude: number, longitude: number): FieldProblem[] {
  if (isInGermany(latitude, longitude)) return [];
  const message = isInGermany(longitude, latitude)
    ? 'Breiten- und Längengrad: sind vertauscht. Bitte zuerst die Breite (etwa 51,5), dann die Länge (etwa 7,2) angeben.'
    : 'Breiten- und Längengrad: liegen nicht in Deutschland. Bitte zum Beispiel 51,54 und 7,22 angeben.';
  return [{ field: 'latitude', message }];
}

function isInGermany(latitude: number, longitude: number): boolean {
  const { south, north, west, east } = GERMANY;
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

function flagFaults(institution: Checked, today: CalendarDate): FieldProblem[] {
  return FLAGS.flatMap((flag) => {
    const since = institution[`${flag}Since`] ?? null;
    const field = `${flag}Since`;
    if (since === null) return [];
    if (!institution[flag]) {
      return [{ field, message: `${FLAG_WORDS[flag]} seit: gibt es nur mit dem Merkmal selbst.` }];
    }
    if (since <= today) return [];
    const message = `${FLAG_WORDS[flag]} seit: liegt in der Zukunft. Bitte höchstens heute (${germanDate(today)}) angeben.`;
    return [{ field, message }];
  });
}

function indexFaults({ kind, socialIndex, socialIndexYear }: Checked): FieldProblem[] {
  if (missing(socialIndex)) return [];
  if (kind !== 'school')
    return [{ field: 'socialIndex', message: 'Schulsozialindex: gibt es nur für Schulen.' }];
  return missing(socialIndexYear)
    ? [
        {
          field: 'socialIndexYear',
          message: 'Bezugsjahr des Schulsozialindex fehlt: bitte das Jahr angeben.',
        },
      ]
    : [];
}

/** A social situation says where it comes from. @throws Problem 422 with every fault */
export function assertSourced(district: Checked): void {
  refuse(situationFaults(district));
}

function refuse(errors: FieldProblem[]): void {
  const [first] = errors;
  if (first) throw new Problem(422, 'invalid', first.message, { errors });
}

function situationFaults({
  socialSituation,
  socialSituationSource,
  socialSituationYear,
}: Checked): FieldProblem[] {
  if (missing(socialSituation)) return [];
  const faults: FieldProblem[] = [];
  if (missing(socialSituationSource)) {
    faults.push({
      field: 'socialSituationSource',
      message: 'Quelle der sozialen Lage fehlt: bitte angeben, woher die Angabe stammt.',
    });
  }
  if (missing(socialSituationYear)) {
    faults.push({
      field: 'socialSituationYear',
      message: 'Jahr der sozialen Lage fehlt: bitte das Jahr angeben.',
    });
  }
  return faults;
}
