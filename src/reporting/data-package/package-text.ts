import { PACKAGE_TABLES } from './package-tables.js';

const AT = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'medium',
  timeStyle: 'short',
});
const COUNT = new Intl.NumberFormat('de-DE');

export interface PackageFacts {
  at: Date;
  filter: [label: string, value: string][];
  /** Rows by table. */
  rows: ReadonlyMap<string, number>;
}

/** What lies beside the data: of when it is, what was asked for, and how many rows each file has. */
export function readme({ at, filter, rows }: PackageFacts): string {
  const files = [...rows].map(
    ([name, count]) =>
      `  ${`${name}.csv`.padEnd(24)}${COUNT.format(count).padStart(12)}  ${PACKAGE_TABLES[name]?.title ?? name}`,
  );
  const asked =
    filter.length === 0 ? ['alles, was im eigenen Zugriff liegt'] : filter.map((line) => line.join(': '));
  return [
    'Olympia ruft – Mach mit!',
    'Datenpaket',
    '',
    `Stand der Daten: ${AT.format(at)} Uhr. Alle Dateien zeigen denselben Augenblick.`,
    `Auswahl: ${asked.join('; ')}`,
    '',
    'Dateien (Zeilen ohne die Kopfzeile):',
    ...files,
    '',
    'codebook.csv und codebook.html erklären jede Spalte: Typ, Einheit, Werte, Bedeutung.',
    '',
    'Form der Dateien: CSV in UTF-8 ohne BOM, Komma als Trennzeichen, Punkt als Dezimalzeichen,',
    'Tage als JJJJ-MM-TT, Zeitpunkte in UTC. Ein leeres Feld heißt „nicht bekannt“ oder „trifft nicht zu“.',
    'Für Excel ist auf jeder Seite auch eine fertige Tabelle zu haben.',
    '',
    'Zahlen über Kinder sind Gruppengrößen oder, in motor_skills.csv, veröffentlichte Zahlen: gerundet auf 5, Werte bis 7 nicht',
    'ausgewiesen. Einzelne Kinder und ihre Testungen sind nur im Paket der eigenen Einrichtung.',
    '',
  ].join('\r\n');
}
