import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { makeDistricts, makeMunicipality } from './city.js';
import type { ActivityRow, DemoCity, GroupRow } from './demo-rows.js';
import { Diary } from './diary.js';
import type { House } from './diary.js';
import { makeConfirmations, makeSizes } from './group-history.js';
import { makeGroups } from './groups.js';
import { makeInstitutions } from './institutions.js';
import { originOf } from './origin.js';
import { makeMembers } from './participation.js';
import type { Member } from './participation.js';
import { makePeople } from './people.js';
import type { People } from './people.js';
import { Random } from './random.js';
import { Rhythm } from './rhythm.js';
import type { SchoolHoliday } from './rhythm.js';

export interface DemoPlan {
  seed: string;
  /** The last day of the city's history, which began two school years before the one of this day. */
  today: CalendarDate;
  /** The holidays of North Rhine-Westphalia, at least of these three school years. */
  holidays: readonly SchoolHoliday[];
}

/**
 * The demo city as plain rows: Herne's four Stadtbezirke with 66 Kitas and 21 primary schools, who takes part and since when, their
 * groups, people and activities over two full school years and the running one. All of it is invented except the city and its
 * districts. The same plan gives the same rows, byte for byte.
 */
export function makeDemoCity({ seed, today, holidays }: DemoPlan): DemoCity {
  const random = new Random(seed);
  const rhythm = new Rhythm(holidays);
  const origin = originOf(random.branch('names'), today);
  const municipality = makeMunicipality(random.branch('municipality'), origin);
  const districts = makeDistricts(random.branch('districts'), municipality, origin);
  const institutions = makeInstitutions(random.branch('institutions'), districts, origin);
  const members = makeMembers(random.branch('members'), institutions, rhythm, origin);
  const groups = members.flatMap((member) => makeGroups(branchOf(random, 'groups', member), member, origin));
  const present = { today, days: origin.days, rhythm };
  const people = makePeople(random.branch('people'), municipality, members, origin);
  return {
    municipality,
    districts,
    institutions,
    groups,
    groupConfirmations: makeConfirmations(random.branch('confirmations'), members, groups, origin),
    groupSizes: makeSizes(random.branch('sizes'), groups, origin),
    accounts: people.accounts,
    accountRoles: people.accountRoles,
    participations: members.map(({ participation }) => participation),
    coachAssignments: people.coachAssignments,
    activities: members.flatMap((member) => {
      const house = houseOf(member, groups, people);
      return activitiesOf(new Diary(branchOf(random, 'diary', member), house, present), house, people);
    }),
  };
}

/** A house's draws are its own, so that another house more or less does not change them. */
function branchOf(random: Random, part: string, { institution }: Member): Random {
  return random.branch(`${part} ${institution.short_code}`);
}

function houseOf(member: Member, groups: readonly GroupRow[], { educators }: People): House {
  const { id } = member.institution;
  return {
    member,
    groups: groups.filter(({ institution_id }) => institution_id === id),
    educators: educators.get(id) ?? [],
  };
}

function activitiesOf(diary: Diary, { educators }: House, { example }: People): ActivityRow[] {
  const rows = diary.write();
  return educators.includes(example) ? [...rows, ...diary.fillLastWeeks(rows, example)] : rows;
}
