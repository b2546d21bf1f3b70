import type { Audience, ModuleFormat } from '../programme/vocabulary.js';
import type { FocusArea } from './demo-rows.js';

export interface ModulePlan {
  title: string;
  focusArea: FocusArea;
  audience: Audience;
  format: ModuleFormat;
  minutes: number;
  description: string;
  /** Was offered once; stays readable where it was chosen. */
  retired?: boolean;
}

const plan = (
  title: string,
  focusArea: FocusArea,
  audience: Audience,
  format: ModuleFormat,
  minutes: number,
  description: string,
): ModulePlan => ({ title, focusArea, audience, format, minutes, description });

/** The invented catalogue: for children, parents and staff, in every focus area. */
export const MODULE_PLANS: readonly ModulePlan[] = [
  plan(
    'Bewegungsbaustelle',
    'health_promotion',
    'children',
    'workshop',
    90,
    'Balancieren, klettern, springen an wechselnden Stationen.',
  ),
  plan(
    'Obst und Gemüse mit allen Sinnen',
    'health_promotion',
    'children',
    'workshop',
    60,
    'Schmecken, riechen, zubereiten – und danach bewegen.',
  ),
  plan(
    'Rückenschule für kleine Riesen',
    'health_promotion',
    'children',
    'workshop',
    45,
    'Tragen, heben und sitzen, spielerisch geübt.',
  ),
  plan(
    'Gesund groß werden',
    'health_promotion',
    'parents',
    'talk',
    90,
    'Elternabend über Bewegung, Schlaf und Ernährung im Alltag.',
  ),
  plan(
    'Bewegte Pausen im Team',
    'health_promotion',
    'staff',
    'coaching',
    60,
    'Was den eigenen Rücken entlastet, im Haus ausprobiert.',
  ),
  plan(
    'Zahlen hüpfen, Wörter werfen',
    'active_learning',
    'children',
    'workshop',
    60,
    'Lernspiele, bei denen niemand sitzen bleibt.',
  ),
  plan(
    'Bewegtes Klassenzimmer',
    'active_learning',
    'staff',
    'training',
    180,
    'Ideen und Material für Bewegung im Unterricht.',
  ),
  plan(
    'Sprache in Bewegung',
    'active_learning',
    'staff',
    'coaching',
    90,
    'Reime und Singspiele, gemeinsam in der Gruppe erprobt.',
  ),
  plan(
    'Wie Kinder durch Bewegung lernen',
    'active_learning',
    'parents',
    'talk',
    75,
    'Vortrag mit Übungen, die zu Hause gelingen.',
  ),
  plan(
    'Projektwoche Bewegtes Lernen',
    'active_learning',
    'children',
    'project',
    900,
    'Fünf Tage, jede Gruppe eine Station.',
  ),
  plan(
    'Goalball ausprobieren',
    'inclusion_paralympics',
    'children',
    'workshop',
    60,
    'Ein Spiel nach Gehör, mit Augenbinde und Klingelball.',
  ),
  plan(
    'Rollstuhl-Parcours',
    'inclusion_paralympics',
    'children',
    'workshop',
    90,
    'Rampen, Kurven und Türen aus einer anderen Sicht.',
  ),
  plan(
    'Alle spielen mit',
    'inclusion_paralympics',
    'staff',
    'training',
    240,
    'Spiele so verändern, dass jedes Kind teilnehmen kann.',
  ),
  plan(
    'Besuch einer paralympischen Athletin',
    'inclusion_paralympics',
    'children',
    'athlete_visit',
    90,
    'Fragen stellen, mitmachen, staunen.',
  ),
  plan(
    'Inklusion im Sportverein',
    'inclusion_paralympics',
    'parents',
    'talk',
    60,
    'Welche Angebote es in der Nähe gibt.',
  ),
  plan(
    'Miteinander statt gegeneinander',
    'fairplay_teamwork',
    'children',
    'workshop',
    60,
    'Spiele, die nur gemeinsam zu gewinnen sind.',
  ),
  plan(
    'Streit schlichten im Spiel',
    'fairplay_teamwork',
    'staff',
    'coaching',
    90,
    'Regeln mit Kindern finden und vertreten.',
  ),
  plan(
    'Fairplay-Sportfest',
    'fairplay_teamwork',
    'children',
    'sports_festival',
    240,
    'Stationen für alle Altersstufen, gewertet wird das Miteinander.',
  ),
  plan(
    'Familien-Spielenachmittag',
    'fairplay_teamwork',
    'parents',
    'workshop',
    120,
    'Eltern und Kinder bewegen sich gemeinsam.',
  ),
  plan(
    'Auftakt im Haus',
    'fairplay_teamwork',
    'children',
    'kick_off',
    120,
    'Das Programm stellt sich vor, mit Bewegung für alle.',
  ),
  plan(
    'Spiele aus aller Welt',
    'global_learning',
    'children',
    'workshop',
    60,
    'Woher Spiele kommen und was sie verbindet.',
  ),
  plan(
    'Fünf Kontinente, ein Fest',
    'global_learning',
    'children',
    'project',
    480,
    'Zwei Projekttage mit Tänzen, Speisen und Spielen.',
  ),
  plan(
    'Vielfalt im Bewegungsraum',
    'global_learning',
    'staff',
    'training',
    180,
    'Bewegungsangebote für Kinder aus vielen Ländern.',
  ),
  plan(
    'Abschlussfeier mit Urkunden',
    'fairplay_teamwork',
    'children',
    'closing',
    120,
    'Ein Rückblick, und ein Dank an alle.',
  ),
  {
    ...plan(
      'Ernährungsführerschein',
      'health_promotion',
      'children',
      'project',
      300,
      'Abgelöst durch „Obst und Gemüse mit allen Sinnen“.',
    ),
    retired: true,
  },
];

export const CANCEL_REASONS = [
  'Krankheitsfälle im Team',
  'Heizungsausfall in der Turnhalle',
  'Zu wenige Anmeldungen der Eltern',
] as const;

export const REMARKS = [
  'Die Kinder wollten gar nicht aufhören.',
  'Für die nächste Runde einen zweiten Raum einplanen.',
  'Das Material blieb im Haus.',
] as const;

export const TOPICS = [
  'Wahl der Module für das Halbjahr',
  'Bewegungsangebote bei schlechtem Wetter',
  'Einsatz der Materialbox',
  'Rückblick auf die letzten Wochen',
  'Beteiligung der Eltern',
  'Neue Kolleginnen im Team',
] as const;

export const NEXT_STEPS = [
  'Termin für den Elternabend abstimmen',
  'Anmeldung zur Fortbildung prüfen',
  'Materialbox ergänzen',
  'Wunschmodule mit dem Team besprechen',
  'Turnhallenzeiten klären',
] as const;

/** Tasks of the motor-skills tests that the modules are good for, by their titles. */
export const MODULE_ITEMS: Readonly<Record<string, readonly string[]>> = {
  Bewegungsbaustelle: ['EBS', 'SWS', 'BR'],
  'Rückenschule für kleine Riesen': ['RB', 'LS', 'SU'],
  'Zahlen hüpfen, Wörter werfen': ['SHH', 'SWS', 'BPT'],
  'Bewegtes Klassenzimmer': ['SHH', 'RB'],
  'Goalball ausprobieren': ['BPT'],
  'Fairplay-Sportfest': ['SWS', 'S20', 'R6', 'STAR'],
  'Spiele aus aller Welt': ['EBS', 'SHH', 'S20', 'R6'],
};
