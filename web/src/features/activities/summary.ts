import type { Activity, FocusArea } from '../../api/types';
import { texts } from '../../texts/de';
import { type DateString, formatDate, formatDaysAgo, formatInteger } from '../../ui/format';

interface Summarised {
  groupName: string;
  focusTitle: string;
  heldOn: DateString;
  minutes: number;
}

const { saved } = texts.activities;

/** One activity in one line: "Bärengruppe: 30 Minuten Bewegtes Lernen, heute". */
export function summaryOf({ groupName, focusTitle, heldOn, minutes }: Summarised, today: DateString): string {
  const recent = heldOn === today ? formatDaysAgo(heldOn, today) : formatDate(heldOn);
  return saved.summary(groupName, formatInteger(minutes), focusTitle, recent);
}

/** The same of a stored one. */
export function summaryOfStored(
  activity: Activity,
  focusAreas: readonly FocusArea[],
  today: DateString,
): string {
  const focusTitle = focusAreas.find(({ code }) => code === activity.focusArea)?.title ?? '';
  return summaryOf({ ...activity, focusTitle }, today);
}
