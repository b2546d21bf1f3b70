import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { berlinDate } from '../../kernel/calendar/clock.js';
import { isOver, lastCountedOn, nextRevisionFrom, type Period } from './periods.js';
import { notOver, otherCut, resultsErased, revisionTooEarly } from './publication.problems.js';

/** What was published so far, as the person or the system sees it. */
export interface Published {
  /** Whether the year was published in halves; null: not at all. */
  findCut(municipalityId: string, schoolYear: number): Promise<boolean | null>;
  /** Of the period's latest revision. */
  findPublishedAt(municipalityId: string, period: Period): Promise<Date | null>;
}

/**
 * A period can be prepared once it is over and until its results are erased, unless the year is cut in the other way, or the period was
 * published in this calendar year already.
 * @throws Problem 409
 */
export async function assertMayPrepare(
  published: Published,
  municipalityId: string,
  period: Period,
  today: CalendarDate,
): Promise<void> {
  if (!isOver(period, today)) throw notOver(period);
  if (lastCountedOn(period) < today) throw resultsErased(period);
  const halves = await published.findCut(municipalityId, period.schoolYear);
  if (halves !== null && halves !== (period.half !== null)) throw otherCut(period, halves);
  const at = await published.findPublishedAt(municipalityId, period);
  const day = at && berlinDate(at);
  if (day && nextRevisionFrom(day) > today) throw revisionTooEarly(period, day);
}
