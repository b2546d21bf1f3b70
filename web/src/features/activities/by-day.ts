import type { Activity } from '../../api/types';
import type { DateString } from '../../ui/format';

export interface Day {
  date: DateString;
  activities: Activity[];
}

/** The days that have entries, latest first; within a day the entry made last comes first. */
export function byDay(activities: readonly Activity[]): Day[] {
  const days = new Map<DateString, Activity[]>();
  const latestFirst = [...activities].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  for (const activity of latestFirst) {
    days.set(activity.heldOn, [...(days.get(activity.heldOn) ?? []), activity]);
  }
  return [...days.entries()]
    .map(([date, entries]) => ({ date, activities: entries }))
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** Movement minutes of all entries together. */
export function sumOfMinutes(activities: readonly Activity[]): number {
  return activities.reduce((sum, { minutes }) => sum + minutes, 0);
}
