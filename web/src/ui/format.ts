import { texts } from '../texts/de';

/** Calendar date `YYYY-MM-DD`. Dates of activities have no time zone, so they never become a local `Date`. */
export type DateString = string;

const BERLIN = 'Europe/Berlin';
const integer = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const hours = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });
const relative = new Intl.RelativeTimeFormat('de-DE', { numeric: 'auto' });
const weekday = new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' });
const weekdayShort = new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('de-DE', { month: 'short', timeZone: 'UTC' });
const monthYear = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const instantDate = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: BERLIN });
const instant = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: BERLIN,
});

/** 1234 → "1.234" */
export const formatInteger = (value: number): string => integer.format(value);

/** 4.5 → "4,5"; at most so many decimals, 2 unless said */
export const formatNumber = (value: number, decimals = 2): string =>
  value.toLocaleString('de-DE', { maximumFractionDigits: decimals }).replace('-', '−');

/** Share 0…1 → "75 %" */
export const formatPercent = (share: number): string => percent.format(share);

/** From so many on a share bears one decimal. */
export const LARGE_BASE = 1_000;

/** A share with its base: 62 of 100 → "62 %", one decimal where the base is large enough for it, "–" of nothing. */
export function formatShare(part: number, base: number): string {
  if (base === 0) return '–';
  const digits = base < LARGE_BASE ? 0 : 1;
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return (part / base).toLocaleString('de-DE', { style: 'percent', ...places });
}

/** "2026-11-03" → "03.11.2026" */
export function formatDate(date: DateString): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** "2026-11-03" → "03.11." */
export const formatDayMonth = (date: DateString): string => formatDate(date).slice(0, 6);

/** "2026-11-03" → "Dienstag" */
export const formatWeekday = (date: DateString): string => weekday.format(utc(date));

/** "2026-11-03" → "Di." */
export const formatWeekdayShort = (date: DateString): string => weekdayShort.format(utc(date));

/** "2026-11-03" → "Nov" */
export const formatMonth = (date: DateString): string => month.format(utc(date));

/** "2026-11-03" → "November 2026" */
export const formatMonthYear = (date: DateString): string => monthYear.format(utc(date));

/** Instant in ISO 8601 → "03.11.2026, 14:05" in Berlin time. */
export const formatInstant = (iso: string): string => instant.format(new Date(iso));

/** Instant in ISO 8601 → "03.11.2026", the day it was in Berlin. */
export const formatInstantDate = (iso: string): string => instantDate.format(new Date(iso));

/** 2026 → "2026/27" */
export function formatSchoolYear(schoolYear: number): string {
  return `${schoolYear}/${String((schoolYear + 1) % 100).padStart(2, '0')}`;
}

/** "heute", "gestern", "vor 3 Tagen" */
export function formatDaysAgo(date: DateString, today: DateString): string {
  return relative.format(-daysBetween(date, today), 'day');
}

/** Minutes as people say them: 45 → "45 Min.", 90 → "1 Std. 30 Min." */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} Min.`;
  return rest === 0 ? `${formatInteger(hours)} Std.` : `${formatInteger(hours)} Std. ${rest} Min.`;
}

/** Minutes as hours with one decimal, for columns: 90 → "1,5" */
export const formatHours = (minutes: number): string => hours.format(minutes / 60);

/** Seconds to wait as people say them: 42 → "42 Sekunden", 90 → "2 Minuten". */
export function formatWait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 Sekunde' : `${Math.ceil(seconds)} Sekunden`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 Minute' : `${minutes} Minuten`;
}

/** Whole days from one date to another; negative if `to` lies before `from`. */
export function daysBetween(from: DateString, to: DateString): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** The date some days later (or earlier, if negative). */
export function addDays(date: DateString, days: number): DateString {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** First calendar year of the school year a date lies in (1 August to 31 July). */
export function schoolYearOf(date: DateString): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '08-01' ? year : year - 1;
}

/** Midnight UTC stands for the date in calculations: no summer time, no local zone. */
function utc(date: DateString): Date {
  return new Date(`${date}T00:00:00Z`);
}

const MINUTES_OF_A_UNIT = 45;

/** Teaching units (UE): 200 minutes → "4,4" */
export const formatUnits = (minutes: number): string => hours.format(minutes / MINUTES_OF_A_UNIT);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A long time as people say it, in its largest unit: 94,700,000,000 ms → "3 Jahre" */
export function formatSpan(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  const { years, days, hours, minutes } = texts.device.spans;
  if (span >= YEAR) return years(Math.floor(span / YEAR));
  if (span >= DAY) return days(Math.floor(span / DAY));
  if (span >= HOUR) return hours(Math.floor(span / HOUR));
  return minutes(Math.floor(span / MINUTE));
}
