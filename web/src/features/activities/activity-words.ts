import type { CatalogueModule, FocusArea, Group } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatInteger } from '../../ui/format';
import type { ActivityValues } from './activity-values';

const words = texts.activities.add;

/** The name of each field on the screen. */
export const activityLabels: Readonly<Record<keyof ActivityValues, string>> = {
  id: '',
  version: '',
  groupId: words.group,
  focusArea: words.focusArea,
  heldOn: words.date,
  minutes: words.minutes,
  childrenPresent: words.children,
  adultsPresent: words.adults,
  place: words.place,
  moduleId: words.module,
  note: words.note,
};

interface Reference {
  groups: readonly Group[];
  focusAreas: readonly FocusArea[];
  modules: readonly CatalogueModule[];
}

/** A value of the form in words; empty if nothing is given. */
export function describeActivity(
  field: keyof ActivityValues,
  values: ActivityValues,
  { groups, focusAreas, modules }: Reference,
): string {
  switch (field) {
    case 'groupId':
      return orEmpty(
        groups.find(({ id }) => id === values.groupId),
        ({ name }) => name,
      );
    case 'focusArea':
      return orEmpty(
        focusAreas.find(({ code }) => code === values.focusArea),
        ({ title }) => title,
      );
    case 'moduleId':
      return orEmpty(
        modules.find(({ id }) => id === values.moduleId),
        ({ title }) => title,
      );
    case 'place':
      return orEmpty(values.place, (place) => texts.words.place[place]);
    case 'heldOn':
      return orEmpty(values.heldOn, formatDate);
    default:
      return plain(values[field]);
  }
}

function orEmpty<T>(value: T | null | undefined, say: (value: T) => string): string {
  return value === null || value === undefined ? '' : say(value);
}

function plain(value: string | number | null): string {
  return typeof value === 'number' ? formatInteger(value) : (value ?? '');
}
