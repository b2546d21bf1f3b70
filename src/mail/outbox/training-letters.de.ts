import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { type Letter, SIGNATURE } from '../letters.de.js';

/** One date of a training, as people are told of it. */
export interface TrainingDate {
  date: CalendarDate;
  /** Berlin time, HH:MM. */
  startsAt: string;
  endsAt: string;
  /** Null: not known yet. */
  place: string | null;
}

export interface TrainingFacts {
  /** Whom the letter is for. */
  name: string;
  trainingId: string;
  title: string;
  dates: TrainingDate[];
}

const WEEKDAY = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' });

const dateLine = ({ date, startsAt, endsAt, place }: TrainingDate): string =>
  `${WEEKDAY.format(new Date(`${date}T00:00:00Z`))}, ${startsAt} bis ${endsAt} Uhr${place === null ? '' : `, ${place}`}`;
const listed = (dates: TrainingDate[]): string => dates.map((date) => `– ${dateLine(date)}`).join('\n');
const datesOf = (dates: TrainingDate[]): string =>
  `${dates.length === 1 ? 'Termin' : 'Termine'}:\n${listed(dates)}`;
const greeting = ({ name }: TrainingFacts): string => `Guten Tag ${name},`;

const ABOUT = 'Alles zur Fortbildung';
const GIVE_BACK =
  'Doch verhindert? Dann bitte den Platz zurückgeben, damit jemand von der Warteliste nachrücken kann.';

function letterOf(
  facts: TrainingFacts,
  publicUrl: string,
  words: Pick<Letter, 'subject' | 'before' | 'after'>,
): Letter {
  return {
    subject: words.subject,
    before: [greeting(facts), ...words.before],
    link: `${publicUrl}/fortbildungen/${facts.trainingId}`,
    linkLabel: ABOUT,
    after: [...words.after, SIGNATURE],
  };
}

/** The letters about trainings, in German; each takes the facts and the address of the application. */
export const TRAINING_LETTERS = {
  training_confirmed: (facts: TrainingFacts, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Platz bestätigt: ${facts.title}`,
      before: [`der Platz in der Fortbildung „${facts.title}“ ist sicher.`, datesOf(facts.dates)],
      after: [GIVE_BACK],
    }),

  /** `position`: place on the waiting list, 1 for the first. */
  training_waiting: (facts: TrainingFacts & { position: number }, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Warteliste, Platz ${facts.position}: ${facts.title}`,
      before: [
        `die Fortbildung „${facts.title}“ ist im Moment ausgebucht. Die Anmeldung steht auf der Warteliste, Platz ${facts.position}.`,
        'Wird ein Platz frei, geht es der Reihe nach, und es kommt eine Nachricht. Bis dahin ist kein Platz sicher.',
        datesOf(facts.dates),
      ],
      after: [],
    }),

  training_moved_up: (facts: TrainingFacts, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Platz frei geworden: ${facts.title}`,
      before: [
        `in der Fortbildung „${facts.title}“ ist ein Platz frei geworden. Die Anmeldung ist von der Warteliste nachgerückt: Der Platz ist jetzt sicher.`,
        datesOf(facts.dates),
      ],
      after: [GIVE_BACK],
    }),

  /** `dates`: the one that comes next. */
  training_reminder: (facts: TrainingFacts, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Erinnerung: ${facts.title}`,
      before: [`bald ist es so weit: Die Fortbildung „${facts.title}“ steht an.`, datesOf(facts.dates)],
      after: [GIVE_BACK],
    }),

  /** `reason`: in the coordinator's words. */
  training_cancelled: (facts: TrainingFacts & { reason: string }, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Abgesagt: ${facts.title}`,
      before: [
        `die Fortbildung „${facts.title}“ fällt leider aus.`,
        `Der Grund: ${facts.reason}`,
        `Das war geplant:\n${listed(facts.dates)}`,
      ],
      after: ['Es ist nichts weiter zu tun.'],
    }),

  /** `dates`: as they are now. */
  training_changed: (facts: TrainingFacts, publicUrl: string): Letter =>
    letterOf(facts, publicUrl, {
      subject: `Geändert: ${facts.title}`,
      before: [
        `bei der Fortbildung „${facts.title}“ haben sich Termin oder Ort geändert. Jetzt gilt:`,
        datesOf(facts.dates),
      ],
      after: ['Die Anmeldung bleibt bestehen.', GIVE_BACK],
    }),
};
