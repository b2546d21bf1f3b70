import { type FieldProblem, Problem } from '../kernel/problem/problem.js';

interface Checked {
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

/** What single fields cannot see: which belong together. @throws Problem 422 with every fault */
export function assertConsistent(institution: Checked): void {
  const errors = [
    ...positionFaults(institution),
    ...indexFaults(institution),
    ...situationFaults(institution),
  ];
  refuse(errors);
}

function positionFaults({ latitude, longitude }: Checked): FieldProblem[] {
  if (missing(latitude) === missing(longitude)) return [];
  const field = missing(latitude) ? 'latitude' : 'longitude';
  return [{ field, message: 'Breiten- und Längengrad: bitte beide angeben oder keinen.' }];
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
