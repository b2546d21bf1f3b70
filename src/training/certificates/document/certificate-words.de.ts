import { type CalendarDate, germanDate } from '../../../kernel/calendar/calendar-date.js';
import type { AttendedSession, CertificateFacts } from '../certificate-facts.js';
import { type CertificateKind, teachingUnits } from '../attendance-share.js';

const LONG_DATE = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });
const WITH_WEEKDAY = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' });
const ONE_DECIMAL = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What the paper is called, and what it says of the person before and after the training's title. */
export const KIND_WORDS: Record<CertificateKind, { title: string; before: string; after: string }> = {
  participation: {
    title: 'Teilnahmebescheinigung',
    before: 'hat an der Fortbildung',
    after: 'teilgenommen.',
  },
  hours: {
    title: 'Bescheinigung über die besuchten Stunden',
    before: 'hat einen Teil der Fortbildung',
    after: 'besucht.',
  },
};

export const WORDS = {
  extent: 'Umfang',
  sessions: 'Termine',
  trainer: 'Leitung',
  place: 'Ort',
  focusArea: 'Schwerpunkt',
  contents: 'Inhalte',
  onNextPage: 'siehe folgende Seite',
  verify: 'Echtheit prüfen',
  qrLabel: (url: string) => `QR-Code zum Prüfen dieser Bescheinigung: ${url}`,
  verifyLink: (address: string) => `Bescheinigung prüfen auf ${address}`,
  withoutSignature: 'Elektronisch ausgestellt und ohne Unterschrift gültig.',
};

/** `4,0 UE` */
export function unitsInWords(minutes: number): string {
  return `${ONE_DECIMAL.format(teachingUnits(minutes))} UE`;
}

/** How much was attended, of how much. */
export function extentInWords({ attendedMinutes, totalMinutes }: CertificateFacts): string {
  const unit = 'Unterrichtseinheiten (UE) zu je 45 Minuten';
  const attended = ONE_DECIMAL.format(teachingUnits(attendedMinutes));
  return attendedMinutes >= totalMinutes
    ? `${attended} ${unit}`
    : `${attended} von ${ONE_DECIMAL.format(teachingUnits(totalMinutes))} ${unit}`;
}

/** Why it is no certificate of participation. */
export function shortfallInWords({ thresholdPercent }: CertificateFacts): string {
  return (
    'Diese Bescheinigung nennt die tatsächlich besuchten Stunden. ' +
    `Für eine Teilnahmebescheinigung sind mindestens ${thresholdPercent} % der Fortbildung nötig.`
  );
}

/** `Montag, 9. November 2026, 14:00–17:15 Uhr`; with units where a part was missed elsewhere. */
export function sessionInWords({ date, startsAt, endsAt, minutes }: AttendedSession): string {
  return `${WITH_WEEKDAY.format(utc(date))}, ${startsAt}–${endsAt} Uhr (${unitsInWords(minutes)})`;
}

/** The same where there are many of them. */
export function sessionInShort({ date, startsAt, endsAt, minutes }: AttendedSession): string {
  return `${germanDate(date)}, ${startsAt}–${endsAt} Uhr (${unitsInWords(minutes)})`;
}

export function trainerInWords({ trainerName, trainerQualification }: CertificateFacts): string {
  return [trainerName, trainerQualification].filter((part) => part !== null).join(', ');
}

/** `Stadt Herne, 22. November 2026` */
export function issuedInWords({ issuer, issuedOn }: CertificateFacts): string {
  return `${issuer}, ${LONG_DATE.format(utc(issuedOn))}`;
}

export function numberInWords({ number, replaces }: CertificateFacts): string {
  return `Bescheinigung Nr. ${number}${replaces === null ? '' : ` · ersetzt Nr. ${replaces}`}`;
}

export function howToVerify(address: string): string {
  return `QR-Code scannen oder diesen Code auf ${address} eingeben:`;
}

function utc(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
