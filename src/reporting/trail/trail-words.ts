/*
 * The trail in German: what people did (actions), to what (objects), and which of its fields (fields). The trail itself holds English words
 * only. A test collects every action that the application writes and holds it against this catalogue.
 */

interface ActionWords {
  /** For lists and files. */
  label: string;
  /** After the person's name; `{o}` becomes the object with its name. */
  says: string;
}

const action = (label: string, says: string): ActionWords => ({ label, says });
const created = (noun: string): ActionWords => action(`${noun} angelegt`, 'hat {o} angelegt');
const changed = (noun: string): ActionWords => action(`${noun} geändert`, 'hat {o} geändert');
const removed = (noun: string): ActionWords => action(`${noun} gelöscht`, 'hat {o} gelöscht');

export const ACTIONS: Readonly<Record<string, ActionWords>> = {
  'session.create': action('Angemeldet', 'hat sich angemeldet'),
  'session.remove': action('Abgemeldet', 'hat sich auf einem Gerät abgemeldet'),
  'session.remove_others': action('Andere Geräte abgemeldet', 'hat alle anderen Geräte abgemeldet'),
  'account.create': action(
    'Einladung angenommen',
    'hat eine Einladung angenommen und das Konto eingerichtet',
  ),
  'account.update': action('Konto geändert', 'hat {o} geändert'),
  'account.add_role': action('Rolle gegeben', 'hat eine Rolle hinzugefügt: {o}'),
  'account.remove_role': action('Rolle entzogen', 'hat eine Rolle entzogen: {o}'),
  'account.sign_out': action('Person überall abgemeldet', 'hat überall abgemeldet: {o}'),
  'account.change_password': action('Passwort geändert', 'hat das eigene Passwort geändert'),
  'password_reset.create': action(
    'Passwort-Link erstellt',
    'hat einen Link für ein neues Passwort erstellt: {o}',
  ),
  'password_reset.use': action('Passwort neu gesetzt', 'hat mit einem Link ein neues Passwort gesetzt'),
  'second_factor.begin': action('Zweiten Faktor begonnen', 'hat begonnen, einen zweiten Faktor einzurichten'),
  'second_factor.create': action('Zweiten Faktor eingerichtet', 'hat einen zweiten Faktor eingerichtet'),
  'second_factor.remove': action('Zweiten Faktor entfernt', 'hat den eigenen zweiten Faktor entfernt'),
  'second_factor.reset': action('Zweiten Faktor zurückgesetzt', 'hat den zweiten Faktor zurückgesetzt: {o}'),
  'recovery_code.renew': action('Notfall-Codes erneuert', 'hat neue Notfall-Codes erzeugt'),
  'recovery_code.use': action('Notfall-Code benutzt', 'hat sich mit einem Notfall-Code angemeldet'),
  'access_token.create': action('Zugangstoken erstellt', 'hat ein Zugangstoken erstellt'),
  'access_token.remove': action('Zugangstoken gelöscht', 'hat ein Zugangstoken gelöscht'),
  'invitation.create': action('Eingeladen', 'hat eingeladen: {o}'),
  'invitation.renew': action('Einladung erneuert', 'hat die Einladung erneuert: {o}'),
  'invitation.remove': action('Einladung zurückgezogen', 'hat die Einladung zurückgezogen: {o}'),
  'municipality.create': created('Kommune'),
  'municipality.update': changed('Kommune'),
  'district.create': created('Stadtbezirk'),
  'district.update': changed('Stadtbezirk'),
  'district.rearrange': action('Stadtbezirke neu zugeschnitten', 'hat {o} neu zugeschnitten'),
  'institution.create': created('Einrichtung'),
  'institution.update': changed('Einrichtung'),
  'institution.remove': removed('Einrichtung'),
  'institution.merge': action('Einrichtungen zusammengeführt', 'hat {o} mit einer anderen zusammengeführt'),
  'institution.retire': action('Einrichtung aufgegangen', 'hat {o} in einer anderen aufgehen lassen'),
  'institution_contact.create': created('Ansprechperson'),
  'institution_contact.update': changed('Ansprechperson'),
  'institution_contact.remove': removed('Ansprechperson'),
  'participation.create': action('Teilnahme eingetragen', 'hat die Teilnahme eingetragen: {o}'),
  'participation.update': action('Teilnahme geändert', 'hat die Teilnahme geändert: {o}'),
  'participation.remove': action('Teilnahme gelöscht', 'hat die Teilnahme gelöscht: {o}'),
  'participation.add_step': action(
    'Stand der Teilnahme fortgeschrieben',
    'hat den Stand der Teilnahme fortgeschrieben: {o}',
  ),
  'participation_step.correct': action(
    'Stand der Teilnahme berichtigt',
    'hat den Stand der Teilnahme berichtigt: {o}',
  ),
  'coach_assignment.create': action('Coach zugeordnet', 'hat einen Coach zugeordnet'),
  'coach_assignment.update': action(
    'Zuordnung eines Coachs geändert',
    'hat die Zuordnung eines Coachs geändert',
  ),
  'coach_assignment.remove': action(
    'Zuordnung eines Coachs gelöscht',
    'hat die Zuordnung eines Coachs gelöscht',
  ),
  'closing_day.create': action('Schließtag eingetragen', 'hat einen Schließtag eingetragen'),
  'closing_day.update': action('Schließtag geändert', 'hat einen Schließtag geändert'),
  'closing_day.remove': action('Schließtag gelöscht', 'hat einen Schließtag gelöscht'),
  'school_holiday.create': action('Schulferien eingetragen', 'hat Schulferien eingetragen'),
  'school_holiday.update': action('Schulferien geändert', 'hat Schulferien geändert'),
  'school_holiday.remove': action('Schulferien gelöscht', 'hat Schulferien gelöscht'),
  'target.create': action('Ziel festgelegt', 'hat ein Ziel festgelegt'),
  'target.update': action('Ziel geändert', 'hat ein Ziel geändert'),
  'target.remove': action('Ziel gelöscht', 'hat ein Ziel gelöscht'),
  'group.create': created('Gruppe'),
  'group.update': changed('Gruppe'),
  'group.remove': removed('Gruppe'),
  'group_year.confirm': action('Gruppen bestätigt', 'hat die Gruppen des Kita-/Schuljahrs bestätigt: {o}'),
  'activity.create': action('Aktivität eingetragen', 'hat eine Aktivität eingetragen'),
  'activity.update': action('Aktivität geändert', 'hat eine Aktivität geändert'),
  'activity.remove': action('Aktivität gelöscht', 'hat eine Aktivität gelöscht'),
  'activity.restore': action('Aktivität wiederhergestellt', 'hat eine gelöschte Aktivität wiederhergestellt'),
  'activity.export': action('Aktivitäten heruntergeladen', 'hat Aktivitäten als Datei heruntergeladen'),
  'institution.export': action(
    'Einrichtungen heruntergeladen',
    'hat die Liste der Einrichtungen als Datei heruntergeladen',
  ),
  'audit_event.export': action('Protokoll heruntergeladen', 'hat das Protokoll als Datei heruntergeladen'),
  'import.create': action('Datei hochgeladen', 'hat {o} hochgeladen'),
  'import.update': action('Spalten zugeordnet', 'hat die Spalten zugeordnet: {o}'),
  'import.commit': action('Datei eingelesen', 'hat {o} eingelesen'),
  'import.undo': action('Import zurückgenommen', 'hat den Import zurückgenommen: {o}'),
  'demo.load': action('Beispieldaten geladen', 'hat die erfundene Beispielstadt geladen'),
};

/** What an entry is about, as the object of a sentence. */
export const OBJECTS: Readonly<Record<string, string>> = {
  access_token: 'das Zugangstoken',
  account: 'das Konto',
  activity: 'die Aktivität',
  closing_day: 'den Schließtag',
  coach_assignment: 'die Zuordnung eines Coachs',
  demo: 'die Beispielstadt',
  district: 'den Stadtbezirk',
  export: 'die Datei',
  group: 'die Gruppe',
  import: 'die Datei',
  institution: 'die Einrichtung',
  institution_contact: 'die Ansprechperson',
  invitation: 'die Einladung',
  municipality: 'die Kommune',
  participation: 'die Teilnahme',
  school_holiday: 'die Schulferien',
  session: 'die Anmeldung',
  target: 'das Ziel',
};

export const FIELDS: Readonly<Record<string, string>> = {
  adultsPresent: 'Anzahl der Erwachsenen',
  allDaySchool: 'OGS',
  allDaySchoolSince: 'OGS seit',
  archive: 'Archivieren',
  archived: 'Archiviert',
  childrenPresent: 'Anzahl der Kinder',
  children: 'Kinder',
  city: 'Ort',
  closedAs: 'Ausgang',
  closedOn: 'Ende',
  closedReason: 'Grund des Endes',
  coachId: 'Coach',
  columns: 'Spalten',
  contactFunction: 'Funktion der Ansprechperson',
  contactName: 'Ansprechperson',
  correction: 'Grund der Berichtigung',
  disabled: 'Gesperrt',
  districtFrom: 'Stadtbezirk gilt ab',
  vanishingId: 'Doppelte Einrichtung',
  districtId: 'Stadtbezirk',
  email: 'E-Mail-Adresse',
  endedOn: 'Ende',
  expiresAt: 'Gültig bis',
  expiresOn: 'Gültig bis',
  familyCentre: 'Familienzentrum',
  familyCentreSince: 'Familienzentrum seit',
  fields: 'Zuordnung',
  firstDay: 'Erster Tag',
  focusArea: 'Schwerpunkt',
  form: 'Form',
  from: 'Von',
  function: 'Funktion',
  groupId: 'Gruppe',
  groups: 'Gruppen',
  heldOn: 'Datum',
  houses: 'Einrichtungen',
  institutionId: 'Einrichtung',
  institutions: 'Einrichtungen',
  key: 'Gemeindeschlüssel',
  kind: 'Art',
  lastDay: 'Letzter Tag',
  latitude: 'Breitengrad',
  legalRegime: 'Datenschutzrecht',
  longitude: 'Längengrad',
  mine: 'Nur eigene',
  minutes: 'Minuten',
  movementKita: 'Anerkannter Bewegungskindergarten',
  movementKitaSince: 'Anerkannter Bewegungskindergarten seit',
  municipalityId: 'Kommune',
  name: 'Name',
  nameFrom: 'Name gilt ab',
  newDistricts: 'Neue Stadtbezirke',
  note: 'Notiz',
  participation: 'Teilnahme',
  phone: 'Telefon',
  place: 'Ort',
  places: 'Plätze',
  plusKita: 'plusKita',
  plusKitaSince: 'plusKita seit',
  position: 'Reihenfolge',
  postalCode: 'Postleitzahl',
  providerKind: 'Träger',
  providerName: 'Name des Trägers',
  q: 'Suche',
  reachedOn: 'Datum',
  reason: 'Grund',
  role: 'Rolle',
  schoolNumber: 'Schulnummer',
  schoolYear: 'Kita-/Schuljahr',
  scopes: 'Wofür',
  shortCode: 'Kurzzeichen',
  show: 'Auswahl',
  size: 'Anzahl der Kinder',
  sizeFrom: 'Größe gilt ab',
  socialIndex: 'Schulsozialindex',
  socialIndexGroup: 'Schulsozialindex (Gruppe)',
  socialIndexYear: 'Bezugsjahr des Schulsozialindex',
  socialSituation: 'Soziale Lage',
  socialSituationSource: 'Quelle der sozialen Lage',
  socialSituationYear: 'Jahr der sozialen Lage',
  sort: 'Sortierung',
  source: 'Quelle',
  staffCount: 'Fachkräfte',
  startedOn: 'Beginn',
  state: 'Bundesland',
  status: 'Stand',
  street: 'Straße',
  teachingUnits: 'Unterrichtseinheiten (UE)',
  to: 'Bis',
  withdrawn: 'Zurückgenommen',
};

/** The sentence after the person's name. An action that this version does not know stays as it is written. */
export function sentenceOf(entry: { action: string; objectType: string; objectName: string | null }): string {
  const says = ACTIONS[entry.action]?.says ?? `${entry.action}: {o}`;
  const named = entry.objectName === null ? '' : ` „${entry.objectName}“`;
  const isListed = says.endsWith(': {o}');
  // After a colon the name alone says more than its kind; without a name the kind has to do.
  if (isListed && entry.objectName !== null) return says.replace('{o}', entry.objectName);
  if (isListed && ACTIONS[entry.action]) return says.replace(': {o}', '');
  return says.replace('{o}', `${OBJECTS[entry.objectType] ?? entry.objectType}${named}`);
}

/** The field's German name; one that this version does not know stays as it is written. */
export function fieldWord(field: string): string {
  return FIELDS[field] ?? field;
}
