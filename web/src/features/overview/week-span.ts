import { addDays, type DateString } from '../../ui/format';
import { fromParam, toParam } from './activity-filter';

/** Monday to Sunday as the list of activities takes it, cut to the school year as the chart counts it. */
export function spanOf(monday: DateString, schoolYear: number): Record<string, DateString> {
  const sunday = addDays(monday, 6);
  const [first, last] = [`${schoolYear}-08-01`, `${schoolYear + 1}-07-31`];
  return { [fromParam]: monday < first ? first : monday, [toParam]: sunday > last ? last : sunday };
}
