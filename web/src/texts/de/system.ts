import type { SystemCheck } from '../../api/types';

interface CheckWords {
  title: string;
  /** What is looked at, and that it is well. */
  ok: string;
  /** What was found; the count is already written out. */
  found: (count: string) => string;
  /** What to do then. */
  help: string;
}

const backup = 'docs/operations.md, Abschnitt „Backup and restore“';

const checks: Record<SystemCheck['code'], CheckWords> = {
  clock: {
    title: 'Uhrzeit',
    ok: 'Programm und Datenbank haben dieselbe Zeit.',
    found: (count) => `Die Uhren von Programm und Datenbank liegen ${count} Sekunden auseinander.`,
    help: 'Auf beiden Rechnern die Zeit aus dem Netz holen lassen (NTP). Codes des zweiten Faktors gelten nur 30 Sekunden.',
  },
  disk: {
    title: 'Speicherplatz',
    ok: 'Auf dem Datenträger der Datenbank ist genug Platz.',
    found: (count) => `Auf dem Datenträger der Datenbank sind nur noch ${count} MB frei.`,
    help: 'Platz schaffen oder den Datenträger vergrößern. Ist er voll, kann nichts mehr gespeichert werden.',
  },
  protection: {
    title: 'Schutz in der Datenbank',
    ok: 'Zeilenschutz, Regeln und Indizes der Datenbank sind eingeschaltet.',
    found: (count) => `In der Datenbank abgeschaltet oder ungültig: ${count}.`,
    help: 'Es wurde von Hand eingegriffen. Niemanden arbeiten lassen, bis klar ist, was geändert wurde; sonst die letzte gute Sicherung zurückspielen.',
  },
  durability: {
    title: 'Schreiben auf den Datenträger',
    ok: 'Die Datenbank bestätigt erst, was wirklich auf dem Datenträger steht.',
    found: (count) =>
      `In der Datenbank abgeschaltete Einstellungen, ohne die ein Stromausfall Daten kostet: ${count}.`,
    help: '„fsync“, „full_page_writes“ und „synchronous_commit“ in den Einstellungen von PostgreSQL auf „on“ stellen. Danach eine Sicherung anlegen.',
  },
  audit_heads: {
    title: 'Ende des Protokolls',
    ok: 'Jede Kette des Protokolls endet mit ihrem letzten Eintrag.',
    found: (count) => `Ketten des Protokolls, deren Ende nicht stimmt: ${count}.`,
    help: '„npm run audit:verify“ ausführen: Es nennt den ersten Eintrag, der fehlt oder geändert wurde. Die Sicherungen aufheben, um sie damit zu vergleichen.',
  },
  consents: {
    title: 'Einwilligungen',
    ok: 'Zu jedem Testergebnis liegt eine Einwilligung vor.',
    found: (count) => `Kinder mit Testergebnis ohne gültige Einwilligung: ${count}.`,
    help: 'Das lässt die Anwendung nicht zu: Es wurde an ihr vorbei geändert. Die Datenschutzstelle einbeziehen und klären, woher die Daten kommen.',
  },
  erased: {
    title: 'Gelöschtes',
    ok: 'Was gelöscht wurde, ist nicht wieder da.',
    found: (count) => `Gelöscht und doch wieder vorhanden: ${count}.`,
    help: `Eine Sicherung wurde ohne das Verzeichnis der Löschungen zurückgespielt. Mit „npm run restore“ wiederholen (${backup}).`,
  },
  orphans: {
    title: 'Verweise',
    ok: 'Alles, worauf verwiesen wird, gibt es.',
    found: (count) => `Verweise, die ins Leere oder in eine andere Kommune führen: ${count}.`,
    help: 'Meist nach Eingriffen von Hand. Die Betroffenen in der Datenbank suchen (die Prüfung liegt in src/operations/system/checks/orphans.sql.ts) und berichtigen.',
  },
  sums: {
    title: 'Summen der Aktivitäten',
    ok: 'Die Summen entsprechen den eingetragenen Aktivitäten.',
    found: (count) => `Summen, die nicht zu den Aktivitäten passen: ${count}.`,
    help: 'Als Eigentümer der Datenbank „select rebuild_activity_sums()“ ausführen; es rechnet alle Summen neu. Bis dahin stimmen Berichte nicht.',
  },
  seats: {
    title: 'Plätze in Fortbildungen',
    ok: 'Keine Fortbildung hat mehr Zusagen als Plätze.',
    found: (count) => `Fortbildungen mit mehr Zusagen als Plätzen: ${count}.`,
    help: 'In der Fortbildung die Zahl der Plätze erhöhen oder Zusagen zurücknehmen und die Betroffenen anrufen.',
  },
  seat_counts: {
    title: 'Zahl der Anmeldungen',
    ok: 'Die gezählten Anmeldungen stimmen.',
    found: (count) => `Fortbildungen, deren Zahl der Anmeldungen nicht stimmt: ${count}.`,
    help: 'Die nächste An- oder Abmeldung zählt neu. Kommt es wieder vor, wurde an der Anwendung vorbei geändert.',
  },
  future_dates: {
    title: 'Daten in der Zukunft',
    ok: 'Nichts, was schon geschehen ist, trägt ein Datum von morgen oder später.',
    found: (count) => `Einträge, die schon geschehen sein sollen und doch in der Zukunft liegen: ${count}.`,
    help: 'Die Uhr ging vor, als sie eingetragen wurden. Die Uhr prüfen, dann die Einträge in den Einrichtungen berichtigen lassen.',
  },
};

/** The administrator's page about the installation. */
export const system = {
  nav: 'System',
  title: 'System',
  intro:
    'Wie es der Anwendung geht, und was zu tun ist, wenn etwas nicht stimmt. Hier steht nichts über Personen.',
  allWell: 'Alles in Ordnung',
  allWellText: 'Alle Prüfungen sind ohne Befund.',
  toDo: (count: number) =>
    count === 1 ? 'Ein Punkt braucht Aufmerksamkeit' : `${count} Punkte brauchen Aufmerksamkeit`,
  states: { ok: 'In Ordnung', attention: 'Ansehen', bad: 'Handeln' },
  again: 'Erneut prüfen',
  checks: {
    title: 'Prüfungen',
    caption: 'Prüfungen der Daten, der Uhrzeit und des Speicherplatzes',
    words: checks,
    tooLong: 'Die Prüfung hat zu lange gedauert und wurde abgebrochen.',
    tooLongHelp:
      'Später noch einmal versuchen. Bleibt es dabei, ist die Datenbank überlastet oder etwas hält sie fest.',
  },
  upkeep: {
    title: 'Sicherung und Pflege',
    kinds: {
      backup: 'Sicherung',
      audit_verify: 'Prüfung des Protokolls',
      retention: 'Löschen nach Fristen',
      restore: 'Wiederherstellung',
    },
    never: 'Noch nie',
    lastGood: (at: string) => `Zuletzt gelungen: ${at}`,
    failed: (at: string) => `Fehlgeschlagen: ${at}`,
    running: (at: string) => `Läuft seit ${at}`,
    unfinished: (at: string) => `Begonnen ${at} und nicht zu Ende geführt`,
    help: {
      backup: `„npm run backup DATEI“ jede Nacht ausführen lassen und die Dateien woanders aufheben (${backup}). Sichert Ihr Haus die Datenbank auf andere Weise, erscheint das hier nicht.`,
      audit_verify:
        '„npm run audit:verify“ etwa einmal im Monat ausführen lassen. Schlägt es fehl, nennt es den ersten falschen Eintrag.',
      retention:
        'Läuft jede Nacht von selbst, solange ein Prozess die Aufgaben übernimmt. Schlägt es wiederholt fehl, steht der Grund im Log.',
      restore:
        'Schlug das Zurückspielen fehl, blieb die Datenbank, wie sie war. Der Grund stand in der Ausgabe des Befehls.',
    },
  },
  queues: {
    title: 'Aufgaben im Hintergrund',
    caption: 'Warteschlangen mit dem, was wartet, läuft und aufgegeben wurde',
    queue: 'Aufgabe',
    state: 'Stand',
    waiting: 'Warten',
    active: 'Laufen',
    failed: 'Aufgegeben (7 Tage)',
    lastDone: 'Zuletzt erledigt',
    names: {
      mail: 'E-Mails',
      daily: 'Tägliches',
      scores: 'Neu auswerten',
      'annual-reports': 'Jahresberichte',
      publications: 'Veröffentlichungen',
    } as Record<string, string>,
    stuck:
      'Es wartet etwas seit über einer Stunde: Kein laufender Prozess übernimmt die Aufgaben. Die Anwendung neu starten und das Log ansehen.',
    given:
      'Aufgegebene Aufgaben wurden mehrmals versucht. Der Grund steht im Log; E-Mails lassen sich unter „Nachrichten“ erneut senden.',
  },
  versions: {
    title: 'Versionen',
    product: 'Olympia ruft',
    schema: 'Stand der Datenbank',
    postgres: 'PostgreSQL',
    node: 'Node.js',
    startedAt: 'Läuft seit',
  },
  database: {
    title: 'Datenbank',
    size: 'Größe',
    free: 'Frei auf dem Datenträger',
    kind: 'Art',
    builtIn: 'Mitgeliefert, auf diesem Rechner',
    external: 'Eigener Server',
    tables: 'Größte Tabellen',
    caption: 'Die größten Tabellen der Datenbank',
    table: 'Tabelle',
    rows: 'Zeilen (etwa)',
    noTables: 'Die Tabellen lassen sich gerade nicht messen, weil etwas sie festhält.',
  },
};
