import type { CalendarDate } from '../../../kernel/calendar/calendar-date.js';
import { schoolYearName } from '../../../kernel/calendar/school-year.js';
import type { AnnualReportContentDto } from '../content.dto.js';
import { longDate } from '../writing/dates.js';

const LONG_MOMENT = new Intl.DateTimeFormat('de-DE', {
  ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' },
});

export const WORDS = {
  title: 'Jahresbericht',
  interim: 'Zwischenstand',
  contents: 'Inhalt',
  page: (number: number) => `Seite ${number}`,
};

/** `Kita-/Schuljahr 2025/26` */
export function yearInWords({ period }: AnnualReportContentDto): string {
  return `Kita-/Schuljahr ${schoolYearName(period.schoolYear)}`;
}

/** What the window's title bar says. */
export function titleInWords(content: AnnualReportContentDto): string {
  const interim = content.isInterim ? ` (${WORDS.interim})` : '';
  return `${WORDS.title} ${schoolYearName(content.period.schoolYear)} – ${content.municipalityName}${interim}`;
}

/** From when to when, and when it was counted. */
export function standInWords({ period, isInterim, dataAt }: AnnualReportContentDto): string[] {
  const [from = '', asOf = ''] = [period.from, period.asOf].map((day) => longDate(day as CalendarDate));
  return [
    isInterim ? `${from} bis ${asOf}. Das Kita-/Schuljahr läuft noch.` : `${from} bis ${asOf}`,
    `Daten vom ${LONG_MOMENT.format(new Date(dataAt))} Uhr`,
  ];
}
