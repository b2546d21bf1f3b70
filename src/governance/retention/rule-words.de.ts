export interface RuleWords {
  /** What it is about. */
  title: string;
  /** How long it is kept, as a part of a sentence. */
  kept: string;
  /** Why that long. */
  why: string;
  /** What is left when it is over; null: nothing. */
  stays: string | null;
}

const THREE_YEARS =
  'Drei Jahre lang werden Schuljahre miteinander verglichen und Rückfragen beantwortet; so lange laufen auch gewöhnliche Ansprüche (§ 195 BGB).';
const SECURITY =
  'Damit Missbrauch noch auffällt und aufgeklärt werden kann (Art. 32 DSGVO); länger ist es nicht nötig.';
const OVER = 'Es gilt nicht mehr. Die Tage danach helfen bei Rückfragen.';

const CHILDREN: Record<string, RuleWords> = {
  assessments: {
    title: 'Testergebnisse der Kinder',
    kept: 'bis zum 31. Juli des Schuljahres, das auf den Test folgt',
    why: 'So lange werden Vorher und Nachher verglichen und Eltern beraten (Einwilligung, Art. 6 und 9 DSGVO).',
    stays: 'Veröffentlichte, gerundete Statistiken; sie nennen niemanden.',
  },
  test_days: {
    title: 'Testtage',
    kept: 'bis zum 31. Juli des Schuljahres, das auf den Test folgt',
    why: 'Sie gehören zu den Testergebnissen und nennen, wer den Test freigegeben hat.',
    stays: null,
  },
  children: {
    title: 'Kinder (Code, Geburtsmonat, Geschlecht, Einwilligung)',
    kept: 'bis zum 31. Juli des Schuljahres nach dem letzten Schuljahr in der Einrichtung',
    why: 'Ohne Testergebnisse wird ein Kind nicht mehr gebraucht; die Einwilligung belegt, dass getestet werden durfte.',
    stays: 'Die Kennung im Verzeichnis der Löschungen.',
  },
  child_transfers: {
    title: 'Übergabe-Codes',
    kept: '30 Tage über die Gültigkeit hinaus, eingelöst so lange wie beide Kinder-Einträge',
    why: 'Ein Widerruf in einer Einrichtung löscht auch in der anderen; dafür muss die Verbindung bestehen.',
    stays: null,
  },
};

const WORK: Record<string, RuleWords> = {
  activities: {
    title: 'Aktivitäten',
    kept: '3 Jahre nach dem Tag der Aktivität',
    why: THREE_YEARS,
    stays:
      'Die Summen je Gruppe, Woche und Schwerpunkt, ohne Namen: Sonst wären frühere Jahre auf einmal leer.',
  },
  deleted_activities: {
    title: 'Gelöschte Aktivitäten',
    kept: '30 Tage nach dem Löschen',
    why: 'So lange lässt sich ein Versehen zurücknehmen.',
    stays: null,
  },
  coach_contacts: {
    title: 'Beratungen: wer, Themen, Vereinbarungen',
    kept: '3 Jahre nach dem Gespräch',
    why: THREE_YEARS,
    stays: 'Tag, Weg und Minuten für die Kennzahlen.',
  },
  module_bookings: {
    title: 'Bemerkungen zur Modulwahl',
    kept: '3 Jahre nach dem Modul',
    why: THREE_YEARS,
    stays: 'Modul, Tag und Zahlen für die Kennzahlen.',
  },
  coach_assignments: {
    title: 'Welcher Coach zugeordnet war',
    kept: '3 Jahre nach dem letzten Tag',
    why: THREE_YEARS,
    stays: 'Von wann bis wann die Einrichtung einen Coach hatte.',
  },
  activity_reminders: {
    title: 'Erinnerungen an das Nachtragen',
    kept: '3 Jahre',
    why: THREE_YEARS,
    stays: null,
  },
  held_entries: {
    title: 'Einträge von Geräten ohne Netz, die auf die Leitung warten',
    kept: '400 Tage nach dem Eingang',
    why: 'Damit nichts verloren geht, bevor jemand darüber entschieden hat. Geht das Kind oder die Einwilligung, gehen sie mit.',
    stays: null,
  },
  settled_entries: {
    title: 'Dass über einen solchen Eintrag entschieden wurde',
    kept: '30 Tage',
    why: 'Damit nachgesehen werden kann, was daraus geworden ist; der Inhalt geht sofort.',
    stays: 'Der bestätigte Eintrag selbst.',
  },
  sealed_arrivals: {
    title: 'Kennungen versiegelter Einträge, die angekommen sind',
    kept: '400 Tage',
    why: 'Damit ein Eintrag, der noch einmal gesendet wird, nicht doppelt entsteht.',
    stays: 'Der Eintrag selbst.',
  },
  letters: {
    title: 'Ausgegangene Nachrichten',
    kept: '90 Tage',
    why: 'Damit nachgesehen werden kann, ob eine Nachricht angekommen ist.',
    stays: null,
  },
  imports: {
    title: 'Eingelesene Dateien',
    kept: '30 Tage',
    why: 'So lange lässt sich das Einlesen zurücknehmen.',
    stays: 'Was eingelesen wurde.',
  },
};

const PEOPLE: Record<string, RuleWords> = {
  staff_members: {
    title: 'Fachkräfte: Name, E-Mail-Adresse, Stunden, Name auf Bescheinigungen',
    kept: '3 Jahre nach dem Ende der letzten Tätigkeit',
    why: 'Bescheinigungen müssen eine Zeit lang neu ausgestellt werden können. ' + THREE_YEARS,
    stays:
      'Anmeldungen und Anwesenheit ohne Namen für die Kennzahlen; Bescheinigungen bleiben mit ihrem Code prüfbar.',
  },
  accounts: {
    title: 'Konten',
    kept: '12 Monate nach der letzten Anmeldung; 30 Tage vorher geht eine Nachricht hinaus',
    why: 'Ein Konto, das niemand mehr nutzt, ist ein Risiko und wird nicht gebraucht. Das letzte Konto der Administration bleibt.',
    stays: 'Aktivitäten und Beratungen, ohne Namen.',
  },
};

const SIGNING_IN: Record<string, RuleWords> = {
  sessions: {
    title: 'Abgelaufene Anmeldungen auf Geräten',
    kept: 'bis zum Tag des Ablaufs',
    why: 'Es gilt nicht mehr.',
    stays: null,
  },
  sign_in_throttles: {
    title: 'Zähler fehlgeschlagener Anmeldungen',
    kept: '1 Tag nach dem letzten Fehlversuch',
    why: 'Sie bremsen das Erraten von Passwörtern und zählen nur eine Stunde.',
    stays: null,
  },
  invitations: {
    title: 'Einladungen',
    kept: '30 Tage nach Annahme, Rückzug oder Ablauf',
    why: OVER,
    stays: null,
  },
  password_resets: {
    title: 'Links für neue Passwörter',
    kept: '30 Tage nach dem Ablauf',
    why: OVER,
    stays: null,
  },
  access_tokens: {
    title: 'Zugangstoken',
    kept: '30 Tage nach dem letzten gültigen Tag',
    why: OVER,
    stays: null,
  },
  sealing_keys: {
    title: 'Schlüssel, die versiegelte Einträge öffnen',
    kept: '400 Tage nach dem letzten Tag, an dem Geräte ihn verwenden',
    why: 'So lange darf ein Gerät ohne Netz gewesen sein, ohne dass etwas verloren geht.',
    stays: null,
  },
  maintenance_runs: {
    title: 'Läufe von Sicherung, Prüfung und Löschung',
    kept: '1 Jahr',
    why: 'Sie belegen, dass regelmäßig gesichert und gelöscht wird (Art. 5 Abs. 2 DSGVO); sie nennen niemanden.',
    stays: null,
  },
  origins: {
    title: 'Netzadressen im Protokoll (gekürzt)',
    kept: '90 Tage',
    why: SECURITY,
    stays: 'Der Eintrag selbst; die Prüfsumme beweist weiterhin alles andere.',
  },
  security_log: {
    title: 'Protokoll der Anmeldungen und Konten',
    kept: '90 Tage',
    why: SECURITY,
    stays: 'Die Prüfsumme, hinter der das Protokoll weitergeht.',
  },
  trail: {
    title: 'Protokoll der Änderungen',
    kept: '3 Jahre',
    why: 'Es belegt, wer was geändert hat (Art. 5 Abs. 2 DSGVO). ' + THREE_YEARS,
    stays: 'Die Prüfsumme, hinter der das Protokoll weitergeht.',
  },
};

/** Each rule in German: the page, and the answer to whoever asks for their own data (Art. 15). */
export const RULE_WORDS: Readonly<Record<string, RuleWords>> = {
  ...CHILDREN,
  ...WORK,
  ...PEOPLE,
  ...SIGNING_IN,
};
