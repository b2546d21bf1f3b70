import type { SchoolYear } from '../kernel/calendar/school-year.js';
import { schoolYearOf } from '../kernel/calendar/school-year.js';
import type { GroupRow } from './demo-rows.js';
import { CHILDREN_PER_CLASS, CHILDREN_PER_KITA_GROUP } from './institutions.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import type { Random } from './random.js';
import { EXAMPLE_GROUPS, GROUP_THEMES } from './words-places.js';

const GRADES = [1, 2, 3, 4];
/** Usual in North Rhine-Westphalia. */
const KITA_SIZE = { least: 18, most: 25 };
const CLASS_SIZE = { least: 22, most: 28 };

/** The groups of a house for the three school years, without those after its participation ended. */
export function makeGroups(random: Random, member: Member, { years, founded }: Origin): GroupRow[] {
  const { institution, participation } = member;
  if (participation.started_on === null) return [];
  const lastYear = participation.ended_on === null ? Infinity : schoolYearOf(participation.ended_on);
  const sizesOf = institution.kind === 'kita' ? kitaGroups : classes;
  return years
    .filter((year) => year <= lastYear)
    .flatMap((year) =>
      sizesOf(random, member, year).map(({ name, size }) => ({
        institution_id: institution.id,
        id: random.uuid(founded),
        name,
        school_year: year,
        size,
      })),
    );
}

interface Sized {
  name: string;
  size: number;
}

/** The same names every year; children come and go. */
function kitaGroups(random: Random, { institution, example }: Member, year: SchoolYear): Sized[] {
  const names = example ? EXAMPLE_GROUPS : random.branch('theme').pick(GROUP_THEMES);
  const count = Math.floor(institution.places / CHILDREN_PER_KITA_GROUP);
  return names.slice(0, count).map((name) => {
    const usual = random.branch(name).integer(20, 24);
    return { name, size: within(usual + random.branch(`${name} ${year}`).integer(-2, 2), KITA_SIZE) };
  });
}

/** A class keeps its children: the 1a of this year is the 2a of the next, give or take one. */
function classes(random: Random, { institution }: Member, year: SchoolYear): Sized[] {
  const perGrade = Math.round(institution.places / CHILDREN_PER_CLASS / GRADES.length);
  const letters = ['a', 'b', 'c'].slice(0, perGrade);
  return GRADES.flatMap((grade) =>
    letters.map((letter) => {
      const usual = random.branch(`${year - grade} ${letter}`).integer(23, 27);
      const change = random.branch(`${year} ${grade}${letter}`).integer(-1, 1);
      return { name: `${grade}${letter}`, size: within(usual + change, CLASS_SIZE) };
    }),
  );
}

function within(size: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, size));
}
