import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';

/** One session that the person attended. Times are Berlin's, `HH:MM`. */
export interface AttendedSession {
  date: CalendarDate;
  startsAt: string;
  endsAt: string;
  /** Attended; at most those of the session. */
  minutes: number;
}

/**
 * Everything a certificate says, as it was when it was issued. Stored with it, so that a reprint says the same whatever has become of the
 * training and of the person since.
 */
export interface CertificateFacts {
  personName: string;
  title: string;
  contents: string | null;
  focusArea: string | null;
  sessions: AttendedSession[];
  attendedMinutes: number;
  /** Of all sessions of the training. */
  totalMinutes: number;
  /** Share of the minutes that makes it a certificate of participation. */
  thresholdPercent: number;
  trainerName: string | null;
  trainerQualification: string | null;
  place: string | null;
  issuer: string;
  issuedOn: CalendarDate;
  /** `2026-0017`: year and running number of the municipality. */
  number: string;
  /** Number of the certificate that this one stands in for. */
  replaces: string | null;
  /** As it is printed: `7K3M-9QRT-…` */
  code: string;
}
