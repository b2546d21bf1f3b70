import type { InstitutionKind } from '../institutions/vocabulary.js';
import type { FocusArea } from './demo-rows.js';

export interface TrainingPlan {
  title: string;
  focusArea: FocusArea;
  contents: string;
  /** The clock times of each session, with its break. */
  hours: readonly [startsAt: string, endsAt: string, breakMinutes: number];
  sessions: number;
  /** For one kind of house only. */
  kind?: InstitutionKind;
}

const AFTERNOON = ['14:00', '17:15', 15] as const;
const DAY = ['09:00', '16:00', 60] as const;

/** Ten subjects that come round again, year after year. */
export const TRAINING_PLANS: readonly TrainingPlan[] = [
  {
    title: 'Bewegung im Alltag der Kita',
    focusArea: 'health_promotion',
    contents: 'Bewegungsanlässe erkennen, Räume vorbereiten, Spielideen ohne großes Material.',
    hours: AFTERNOON,
    sessions: 2,
    kind: 'kita',
  },
  {
    title: 'Bewegtes Lernen von der ersten Klasse an',
    focusArea: 'active_learning',
    contents: 'Lerninhalte mit Bewegung verbinden; Beispiele für Deutsch, Mathematik und Sachunterricht.',
    hours: DAY,
    sessions: 1,
    kind: 'school',
  },
  {
    title: 'Paralympische Sportarten mit Kindern',
    focusArea: 'inclusion_paralympics',
    contents: 'Goalball, Sitzvolleyball und Boccia, angepasst an Turnhalle und Gruppenraum.',
    hours: AFTERNOON,
    sessions: 1,
  },
  {
    title: 'Kooperationsspiele und faire Regeln',
    focusArea: 'fairplay_teamwork',
    contents: 'Spiele ohne Verlierer, Regeln gemeinsam finden, Konflikte begleiten.',
    hours: AFTERNOON,
    sessions: 1,
  },
  {
    title: 'Spiele und Tänze aus aller Welt',
    focusArea: 'global_learning',
    contents: 'Bewegungsspiele aus fünf Kontinenten und ihre Geschichten.',
    hours: AFTERNOON,
    sessions: 1,
  },
  {
    title: 'Grundlagen der Psychomotorik',
    focusArea: 'health_promotion',
    contents: 'Entwicklung beobachten, Bewegungslandschaften bauen, Kinder ermutigen.',
    hours: DAY,
    sessions: 3,
  },
  {
    title: 'Rückengesund durch den Kita-Tag',
    focusArea: 'health_promotion',
    contents: 'Heben, sitzen, tragen: was Fachkräfte für sich selbst tun können.',
    hours: AFTERNOON,
    sessions: 1,
  },
  {
    title: 'Sprachförderung durch Bewegung',
    focusArea: 'active_learning',
    contents: 'Reime, Singspiele und Bewegungsgeschichten für jeden Tag.',
    hours: AFTERNOON,
    sessions: 2,
  },
  {
    title: 'Inklusive Bewegungsangebote planen',
    focusArea: 'inclusion_paralympics',
    contents: 'Spiele verändern, Hilfen geben, gemeinsame Ziele finden.',
    hours: DAY,
    sessions: 1,
  },
  {
    title: 'Sportfeste, bei denen alle gewinnen',
    focusArea: 'fairplay_teamwork',
    contents: 'Stationen, Ablauf und Wertung für ein Fest ohne Rangliste.',
    hours: AFTERNOON,
    sessions: 1,
  },
];

export const TRAINERS = [
  ['Dr. Isa Morgenlauf (erfunden)', 'Sportwissenschaftlerin'],
  ['Tarek Weitsprung (erfunden)', 'Motopäde'],
  ['Wanda Purzelfroh (erfunden)', 'Diplom-Sportlehrerin'],
] as const;

export const TRAINING_PLACES = [
  'Bildungswerkstatt Flottmannwiese (erfunden)',
  'Turnhalle am Trommelplatz (erfunden)',
  'Haus der Bewegung, Raum 2 (erfunden)',
] as const;

export const ISSUER = 'Demo-Bildungsbüro (erfunden)';
