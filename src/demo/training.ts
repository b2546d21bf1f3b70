import type { DemoCity, MunicipalityRow } from './demo-rows.js';
import type { Member } from './participation.js';
import type { Season } from './season.js';
import type { ModuleRow } from './programme-rows.js';
import type { Random } from './random.js';
import { type Candidate, makeAttendances, makeRegistrations } from './registrations.js';
import { SIGN_INS } from './sign-ins.js';
import { makeStaff, type Staff } from './staff.js';
import type { RegistrationRow, Training } from './training-rows.js';
import { type Course, makeCourses } from './trainings.js';

/** The staff of the houses, forty trainings, who registered for them and who came. */
export function makeTraining(
  random: Random,
  municipality: MunicipalityRow,
  members: readonly Member[],
  city: Pick<DemoCity, 'accounts' | 'accountRoles'> & { modules: readonly ModuleRow[] },
  season: Season,
): Training {
  const staff = makeStaff(random.branch('staff'), members, city, season.origin);
  const courses = makeCourses(random.branch('courses'), municipality.id, city.modules, season);
  const diaries = new Diaries(members, staff);
  const taken = courses.map((course, i) => {
    const draw = random.branch(`registrations ${i}`);
    const free = diaries.candidatesFor(course);
    const registrations = makeRegistrations(draw, course, free, diaries.leadAccount, season);
    diaries.note(course, registrations);
    const attendances = course.isOver ? makeAttendances(draw, registrations, course.sessions) : [];
    return { training: { ...course.training, arrivals: registrations.length }, registrations, attendances };
  });
  return {
    ...staff,
    trainings: taken.map(({ training }) => training),
    sessions: courses.flatMap(({ sessions }) => sessions),
    trainingModules: courses.flatMap(({ modules }) => modules),
    registrations: taken.flatMap(({ registrations }) => registrations),
    attendances: taken.flatMap(({ attendances }) => attendances),
  };
}

/** On which days whom a training takes already. */
class Diaries {
  readonly leadAccount: string | null;
  private readonly busy = new Set<string>();
  private readonly houses: ReadonlyMap<string, Member>;
  private readonly candidates: Candidate[];

  constructor(members: readonly Member[], { staff, positions }: Staff) {
    this.houses = new Map(members.map((member) => [member.institution.id, member]));
    const working = new Set(
      positions.filter(({ until }) => until === null).map((row) => row.staff_member_id),
    );
    const educator = SIGN_INS.find(({ role }) => role === 'educator')?.email;
    const example = staff.filter(({ institution_id }) => this.houses.get(institution_id)?.example);
    const colleague = example.findLast(({ id, account_id }) => account_id === null && working.has(id));
    this.leadAccount = example.find((person) => person.function === 'lead')?.account_id ?? null;
    this.candidates = staff
      .filter(({ id }) => working.has(id))
      .map((person) => {
        const part =
          person.email === educator ? 'educator' : person.id === colleague?.id ? 'colleague' : null;
        return { person, part };
      });
  }

  /** Staff of houses that took part by then, of the right kind, and free on the days. */
  candidatesFor({ plan, sessions }: Course): Candidate[] {
    const [first] = sessions;
    if (!first) return [];
    return this.candidates.filter(({ person }) => {
      const member = this.houses.get(person.institution_id);
      const fits = plan.kind === undefined || plan.kind === member?.institution.kind;
      const isFree = !sessions.some(({ held_on }) => this.busy.has(`${person.id} ${held_on}`));
      return fits && isFree && member !== undefined && tookPartOn(member, first.held_on);
    });
  }

  note({ sessions, training }: Course, registrations: readonly RegistrationRow[]): void {
    if (training.state === 'cancelled') return;
    for (const { staff_member_id } of registrations)
      for (const { held_on } of sessions) this.busy.add(`${staff_member_id} ${held_on}`);
  }
}

function tookPartOn({ participation: { started_on, ended_on } }: Member, day: string): boolean {
  return started_on !== null && started_on <= day && (ended_on === null || ended_on >= day);
}
