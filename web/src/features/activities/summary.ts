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
