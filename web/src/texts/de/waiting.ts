import type { OutboxKind } from '../../outbox/entry';

const KINDS: Record<OutboxKind, string> = {
  activity: 'Aktivität',
  activity_change: 'Änderung einer Aktivität',
  trial: 'Versuch an einem Testtag',
  not_done: 'Nicht durchgeführt',
  attendance: 'Anwesenheit',
};

/** Why an entry is held until the lead of the house has confirmed it. */
const HELD: Record<string, string> = {
  wrong_proof: 'Die PIN oder der Ausweis stimmte nicht. Die Leitung bestätigt, von wem der Eintrag ist.',
  access_ended: 'Der Zugang zu dieser Einrichtung war schon beendet, als der Eintrag ankam.',
  refused: 'Der Eintrag passte so nicht. Die Leitung kann ihn berichtigen und übernehmen.',
  clock: 'Die Uhr des Geräts ging falsch. Die Leitung bestätigt den richtigen Tag.',
  tablet_revoked: 'Das Tablet war schon abgemeldet, als der Eintrag ankam.',
  house_closed: 'Die Einrichtung war schon geschlossen, als der Eintrag ankam.',
};

/** The page with everything that has not arrived yet. */
export const waiting = {
  title: 'Noch nicht übertragen',
  intro: 'Alles hier liegt sicher auf diesem Gerät und wird von selbst übertragen, sobald es geht.',
  introStuck:
    'Alles hier liegt sicher auf diesem Gerät. Übertragen wird es, sobald unten geklärt ist, was nicht passt.',
  emptyTitle: 'Alles übertragen',
  emptyText: 'Auf diesem Gerät wartet nichts mehr.',
  emptySignedOut: 'Wer eigene Einträge sehen möchte, meldet sich an.',
  emptyLocked: 'Wer eigene Einträge sehen möchte, entsperrt das Tablet mit der eigenen PIN.',
  sendNow: 'Jetzt übertragen',
  sentSome: (left: number) =>
    left === 0
      ? 'Alles ist übertragen.'
      : left === 1
        ? 'Ein Eintrag wartet noch.'
        : `${left} Einträge warten noch.`,
  own: 'Eigene Einträge',
  kinds: KINDS,
  removal: 'Löschung einer Aktivität',
  notedAt: (when: string) => `Notiert am ${when} Uhr`,
  ago: (age: string) => `vor ${age}`,
  states: {
    new: 'Wartet auf das Netz.',
    nextAttempt: (wait: string) =>
      `Der Server war nicht zu erreichen. Nächster Versuch in ${wait}, oder sobald das Netz zurück ist.`,
    soon: 'Der Server war nicht zu erreichen. Gleich wird es wieder versucht.',
    sent: 'Gesendet, noch ohne Antwort. Es wird weiter gefragt; doppelt gespeichert wird nichts.',
    withdrawn: 'Wird gelöscht oder zurückgenommen, sobald der Server antwortet.',
    unsealed: 'Noch nicht versiegelt: Das geht beim nächsten Kontakt mit dem Server.',
    needsHelp: 'Braucht Hilfe. Der Server sagt:',
  },
  advice: {
    refused: 'Bitte berichtigen. Hat sich inzwischen etwas geändert, hilft auch noch einmal senden.',
    conflict: 'Beide Fassungen vergleichen und bei jeder Angabe wählen, welche gilt.',
    trialConflict: 'Beim Kind stehen beide Werte nebeneinander, dort lässt sich wählen.',
    attendanceConflict: 'Auf der Liste stehen beide Angaben nebeneinander, dort lässt sich wählen.',
    gone: 'Den Eintrag gibt es nicht mehr, oder der Zugang zu dieser Einrichtung ist beendet. Die Leitung kann helfen. Vor dem Verwerfen lässt sich unten alles als Datei sichern.',
  },
  correct: 'Berichtigen',
  compare: 'Beide Fassungen vergleichen',
  open: 'Öffnen und wählen',
  resend: 'Noch einmal senden',
  resent: 'Übertragen.',
  notRemoved: 'Doch nicht löschen',
  discard: 'Verwerfen',
  discardLabel: (what: string) => `Verwerfen: ${what}`,
  discardQuestion: 'Diesen Eintrag verwerfen?',
  discardText: (what: string) =>
    `${what}. Er ist noch nicht gespeichert und lässt sich danach nicht zurückholen.`,
  discardYes: 'Ja, verwerfen',
  discarded: 'Der Eintrag ist verworfen.',
  clock: {
    said: (noted: string) => `Die Uhr dieses Geräts ging beim Eintragen falsch. Notiert ist: ${noted}.`,
    meant: (day: string) => `Gemeint ist wahrscheinlich: ${day}.`,
    unknown: 'Welcher Tag gemeint war, lässt sich nicht mehr ausrechnen.',
    take: (day: string) => `${day} nehmen und senden`,
    other: 'Anderen Tag wählen',
  },
  conflict: {
    removal: 'Diese Aktivität wurde geändert, nachdem sie hier gelöscht werden sollte.',
    removeAnyway: 'Trotzdem löschen',
    keep: 'Behalten',
    kept: 'Die Aktivität bleibt, wie sie gespeichert ist.',
    settled: 'Die Wahl ist gespeichert.',
  },
  held: {
    title: 'Bei der Leitung',
    intro: 'Diese Einträge sind angekommen. Die Leitung der Einrichtung sieht sie durch, ehe sie zählen.',
    reasons: HELD,
    meant: (day: string) => `Gemeint ist wahrscheinlich: ${day}.`,
    confirmed: (when: string) => `Von der Leitung bestätigt am ${when} Uhr.`,
    discarded: (when: string) => `Von der Leitung verworfen am ${when} Uhr.`,
    server: (sentence: string) => `Der Server sagte: ${sentence}`,
  },
  others: {
    title: 'Von anderen Personen',
    titleSignedOut: 'Versiegelt auf diesem Gerät',
    text: (count: number) =>
      count === 1
        ? 'Auf diesem Gerät wartet 1 Eintrag versiegelt. Niemand kann ihn hier lesen; übertragen wird er trotzdem.'
        : `Auf diesem Gerät warten ${count} Einträge versiegelt. Niemand kann sie hier lesen; übertragen werden sie trotzdem.`,
    oldest: (age: string) => `Der älteste ist vor ${age} notiert worden.`,
    signIn: 'Die eigenen erscheinen nach dem Anmelden wieder.',
    toSignIn: 'Zur Anmeldung',
  },
  files: {
    title: 'Als Datei sichern',
    intro: 'Falls dieses Gerät abgegeben wird oder länger kein Netz hat.',
    readable: 'Eigene Einträge zum Lesen',
    machine: 'Eigene Einträge für die Technik',
    sealed: 'Alles versiegelt',
    hint: 'Eigene Einträge stehen lesbar in der Datei: bitte nur dort ablegen, wo niemand sonst sie öffnet.',
    sealedHint: 'Was versiegelt ist, kann nur der Server öffnen.',
    name: (what: string, day: string) => `olympia-${what}-${day}`,
    heading: (name: string) => `Noch nicht übertragene Einträge von ${name}`,
    savedAt: (when: string) => `Gesichert am ${when} Uhr`,
    reason: (sentence: string) => `Der Server sagt: ${sentence}`,
  },
};
