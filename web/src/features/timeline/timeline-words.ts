import type { TimelineEntry } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInteger, formatMinutes, formatMonthYear, formatSchoolYear } from '../../ui/format';
import { fieldLabels } from '../institutions/institution-words';

const words = texts.timeline;

/** What happened, in a sentence's place. */
export function titleOf(entry: TimelineEntry): string {
  const { kind, status, person, action, count, on } = entry;
  const state = wordFor(texts.terms.participationStatus, status ?? '');
  const titles: Record<string, () => string> = {
    created: () => words.created,
    step: () => words.step(state),
    step_withdrawn: () => words.stepWithdrawn(state),
    coach_began: () => words.coachBegan(person),
    coach_ended: () => words.coachEnded(person),
    person: () => words.person(person, wordFor(texts.words.role, action ?? '')),
    groups: () => groupsTitle(entry),
    module_chosen: () => words.moduleChosen(entry.title ?? ''),
    module_delivered: () => words.moduleDelivered(entry.title ?? '', count ?? 0),
    module_cancelled: () => words.moduleCancelled(entry.title ?? ''),
    contact: () => contactTitle(entry),
    materials: () => words.materials,
    activities: () => words.activities(formatMonthYear(on), count ?? 0, formatMinutes(entry.minutes ?? 0)),
  };
  return titles[kind]?.() ?? words.times(words.change[action ?? ''] ?? words.otherChange, count ?? 1);
}

function groupsTitle({ schoolYear, count, children }: TimelineEntry): string {
  return words.groups(
    formatSchoolYear(schoolYear ?? 0),
    words.groupCount(count ?? 0),
    formatInteger(children ?? 0),
  );
}

function contactTitle({ person, way, minutes }: TimelineEntry): string {
  const how = wordFor(texts.programme.contactWay, way ?? '');
  return words.contact(how, formatMinutes(minutes ?? 0), person);
}

/** More about it: why, or which fields; '' where there is no more. */
export function detailOf({ kind, reason, fields, action }: TimelineEntry): string {
  if (kind !== 'change') return reason ?? '';
  const labels: Readonly<Record<string, string>> = fieldLabels;
  // Only for master data the names of the fields say something that the title does not.
  if (action !== 'institution.update') return '';
  const names = fields
    .map((field) => (field === 'archived' ? words.archived : labels[field]))
    .filter(Boolean);
  return [...new Set(names)].join(', ');
}
