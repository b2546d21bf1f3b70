/**
 * Why a publication could not be prepared. `no_children`: nobody was tested; `cannot_protect`: whatever is hidden, single children could be found
 * out; `time_limit`: it took too long; `interrupted`: begun again and again without coming to an end; `busy`: the database had no room; `internal`: a
 * mistake of the program.
 */
export const FAILURES = [
  ...(['no_children', 'cannot_protect', 'time_limit'] as const),
  ...(['interrupted', 'busy', 'internal'] as const),
];
export type Failure = (typeof FAILURES)[number];

/** Trying again would end in the same way. */
export const FINAL_FAILURES: readonly Failure[] = ['no_children', 'cannot_protect', 'time_limit'];

/** As people read them. */
export const FAILURE_TEXTS: Record<Failure, string> = {
  no_children:
    'In diesem Zeitraum gibt es keine Ergebnisse aus abgeschlossenen Testtagen. Es gibt nichts zu veröffentlichen.',
  cannot_protect:
    'Es wurden so wenige Kinder getestet, dass sich aus keiner Tabelle Rückschlüsse auf einzelne Kinder sicher ausschließen lassen. Deshalb wird nichts veröffentlicht.',
  time_limit:
    'Die Prüfung hat länger gedauert als erlaubt. Bitte die Administration, die erlaubte Zeit zu erhöhen (PUBLICATION_SECONDS).',
  interrupted: 'Die Vorbereitung wurde mehrmals unterbrochen. Bitte noch einmal vorbereiten.',
  busy: 'Die Datenbank war überlastet. Bitte später noch einmal vorbereiten.',
  internal: 'Ein Fehler im Programm hat die Vorbereitung verhindert. Bitte die Administration verständigen.',
};

/** How often a preparation is tried before it counts as failed. */
export const MOST_TRIES = 3;
