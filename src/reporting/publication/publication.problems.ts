import type { ConstraintProblems } from '../../database/sqlstate.js';
import { type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import { daysOf, lastCountedOn, nextRevisionFrom, type Period, periodTitle } from './periods.js';

export const unknownMunicipality = (): Problem =>
  Problem.unknownReference('municipalityId', 'Kommune: Diese Kommune gibt es nicht.');

export const notOver = (period: Period): Problem =>
  new Problem(
    409,
    'period_open',
    `${periodTitle(period)} läuft noch bis zum ${germanDate(daysOf(period).to)}. Veröffentlicht werden kann erst danach.`,
  );

export const otherCut = ({ schoolYear }: Period, halves: boolean): Problem =>
  new Problem(
    409,
    'other_cut',
    `${periodTitle({ schoolYear, half: null })} wurde schon ${halves ? 'in Halbjahren' : 'als ganzes Jahr'} veröffentlicht. ` +
      'Beides zusammen ließe Rückschlüsse auf einzelne Kinder zu.',
  );

export const revisionTooEarly = (period: Period, published: CalendarDate): Problem =>
  new Problem(
    409,
    'revision_too_early',
    `${periodTitle(period)} wurde am ${germanDate(published)} veröffentlicht. Die nächste Fassung ist ab dem ` +
      `${germanDate(nextRevisionFrom(published))} möglich.`,
  );

export const resultsErased = (period: Period): Problem =>
  new Problem(
    409,
    'results_erased',
    `Die Ergebnisse der Kinder von ${periodTitle(period)} wurden nach dem ${germanDate(lastCountedOn(period))} gelöscht. ` +
      'Veröffentlichte Zahlen bleiben, neue lassen sich nicht mehr rechnen.',
  );

export const underWay = (): Problem =>
  new Problem(
    409,
    'publication_under_way',
    'Diese Veröffentlichung wird gerade schon vorbereitet. Bitte warten Sie, bis sie fertig ist.',
  );

export const notPrepared = (): Problem =>
  new Problem(
    409,
    'not_prepared',
    'Veröffentlicht werden kann erst, wenn die Vorbereitung abgeschlossen ist.',
  );

export const publishedAlready = (): Problem =>
  new Problem(409, 'published_already', 'Das ist schon veröffentlicht und bleibt, wie es ist.');

export const outOfDate = (): Problem =>
  new Problem(
    409,
    'preparation_out_of_date',
    'Seit der Vorbereitung ist mehr als ein Tag vergangen, oder Ergebnisse dieses Zeitraums wurden geändert oder gelöscht. Bitte neu vorbereiten.',
  );

export const notPublished = (): Problem =>
  new Problem(409, 'not_published', 'Die Zahlen sind erst zu sehen, wenn sie veröffentlicht sind.');

/** What the constraints of this feature's tables mean to a person. */
export const PUBLICATION_CONSTRAINTS: ConstraintProblems = {
  publications_municipality_fk: unknownMunicipality,
  publications_under_way_uq: underWay,
};
