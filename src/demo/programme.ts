import { makeBookings } from './bookings.js';
import { makeCoachContacts } from './coach-contacts.js';
import type { CoachAssignmentRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import type { ModuleItemRow, ModuleRow, Programme } from './programme-rows.js';
import type { Random } from './random.js';
import type { Season } from './season.js';
import { MODULE_ITEMS, MODULE_PLANS } from './words-modules.js';

/** The catalogue, and over two years and a bit what the houses chose from it and talked about with their coach. */
export function makeProgramme(
  random: Random,
  members: readonly Member[],
  assignments: readonly CoachAssignmentRow[],
  season: Season,
): Programme {
  const modules = makeModules(random.branch('modules'), season.origin);
  const bookings = members.flatMap((member, place) =>
    makeBookings(
      random.branch(`bookings ${member.institution.short_code}`),
      { member, place, modules },
      season,
    ),
  );
  const coachContacts = members.flatMap((member, place) => {
    const own = assignments.filter(({ institution_id }) => institution_id === member.institution.id);
    const branch = random.branch(`contacts ${member.institution.short_code}`);
    return makeCoachContacts(branch, { member, place, assignments: own }, season);
  });
  return { modules, moduleItems: itemsOf(modules), bookings, coachContacts };
}

function makeModules(random: Random, { founded }: Origin): ModuleRow[] {
  return MODULE_PLANS.map(({ title, focusArea, audience, format, minutes, description, retired }) => ({
    ...{ id: random.uuid(founded), focus_area: focusArea, audience, format, title, description },
    ...{ usual_minutes: minutes, active: !retired },
  }));
}

function itemsOf(modules: readonly ModuleRow[]): ModuleItemRow[] {
  return modules.flatMap(({ id, title }) =>
    (MODULE_ITEMS[title] ?? []).map((item_code) => ({ module_id: id, item_code })),
  );
}
