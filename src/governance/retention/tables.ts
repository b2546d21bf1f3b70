/** A reason to stay, in German. */
interface Reason {
  title: string;
  why: string;
}

/** Why some tables have no end of their own. */
export const REASONS = {
  reference: {
    title: 'Stammdaten: Kommunen, Stadtbezirke, Schwerpunkte, Module, Ferien, Tests, Normen',
    why: 'Sie nennen keine Personen, und ältere Angaben beruhen auf ihnen.',
  },
  houses: {
    title: 'Einrichtungen, Gruppen, Teilnahme, Schließtage, Ziele, gemeinsame Tablets',
    why: 'Sie sind der Nenner der Kennzahlen. Ansprechpersonen stehen dort, solange es stimmt; die Koordination ändert sie.',
  },
  figures: {
    title: 'Summen, Jahresberichte, veröffentlichte Statistiken',
    why: 'Sie nennen niemanden. Veröffentlichtes ändert sich nicht mehr.',
  },
  trainings: {
    title: 'Fortbildungen, Anmeldungen, Anwesenheit, Bescheinigungen',
    why: 'Kennzahlen der Stadt; sie hängen am Eintrag der Fachkraft und nennen mit ihm niemanden mehr. Referierende stehen auf den Bescheinigungen.',
  },
  withAccount: {
    title:
      'Passwort, PIN, Ausweis, zweiter Faktor, Rollen, Kalender-Adresse, Schlüssel für Einträge ohne Netz',
    why: 'Sie gehen mit dem Konto.',
  },
  withParent: {
    title: 'Einzelteile von Tests, Einwilligungen, Tätigkeiten, Dateien',
    why: 'Sie gehen mit dem, wozu sie gehören.',
  },
  journal: {
    title: 'Verzeichnis der Löschungen',
    why: 'Nur Kennungen. Eine zurückgespielte Sicherung wird danach noch einmal bereinigt.',
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

/** Every table: the rules that take its rows, or what names somebody in them; or the reason for which it stays. A test holds it against the schema. */
export const TABLES: Readonly<Record<string, { rules: readonly string[] } | { stays: ReasonCode }>> = {
  assessments: { rules: ['assessments'] },
  results: { stays: 'withParent' },
  trials: { stays: 'withParent' },
  scores: { stays: 'withParent' },
  test_days: { rules: ['test_days'] },
  test_day_groups: { stays: 'withParent' },
  children: { rules: ['children'] },
  consents: { stays: 'withParent' },
  child_transfers: { rules: ['child_transfers'] },
  activities: { rules: ['activities', 'deleted_activities'] },
  coach_contacts: { rules: ['coach_contacts'] },
  module_bookings: { rules: ['module_bookings'] },
  coach_assignments: { rules: ['coach_assignments'] },
  activity_reminders: { rules: ['activity_reminders'] },
  mail_outbox: { rules: ['letters'] },
  imports: { rules: ['imports'] },
  import_rows: { stays: 'withParent' },
  import_changes: { stays: 'withParent' },
  staff_members: { rules: ['staff_members'] },
  staff_positions: { stays: 'withParent' },
  certificates: { rules: ['staff_members'] },
  training_registrations: { stays: 'trainings' },
  training_attendances: { stays: 'trainings' },
  accounts: { rules: ['accounts'] },
  credentials: { stays: 'withAccount' },
  account_roles: { stays: 'withAccount' },
  second_factors: { stays: 'withAccount' },
  recovery_codes: { stays: 'withAccount' },
  calendar_feeds: { stays: 'withAccount' },
  account_pins: { stays: 'withAccount' },
  account_badges: { stays: 'withAccount' },
  account_outbox_keys: { stays: 'withAccount' },
  sealing_keys: { rules: ['sealing_keys'] },
  sealed_arrivals: { rules: ['sealed_arrivals'] },
  held_entries: { rules: ['held_entries', 'settled_entries'] },
  sessions: { rules: ['sessions'] },
  sign_in_throttles: { rules: ['sign_in_throttles'] },
  invitations: { rules: ['invitations'] },
  password_resets: { rules: ['password_resets'] },
  access_tokens: { rules: ['access_tokens'] },
  maintenance_runs: { rules: ['maintenance_runs'] },
  audit_events: { rules: ['origins', 'security_log', 'trail'] },
  audit_chains: { stays: 'journal' },
  erasures: { stays: 'journal' },
  ...staying('figures', ['activity_weeks', 'activity_years', 'annual_reports', 'publications']),
  ...staying('figures', ['publication_schemes', 'publication_cells', 'publication_freezes']),
  ...staying('trainings', ['trainings', 'training_sessions', 'training_modules', 'certificate_numbers']),
  ...staying('houses', [
    'institutions',
    'institution_contacts',
    'institution_districts',
    'groups',
    'group_sizes',
  ]),
  ...staying('houses', [
    'group_confirmations',
    'participations',
    'participation_steps',
    'closing_days',
    'targets',
    'tablets',
  ]),
  ...staying('reference', [
    'municipalities',
    'districts',
    'district_names',
    'school_holidays',
    'focus_areas',
  ]),
  ...staying('reference', ['modules', 'module_items', 'test_items', 'test_protocols', 'test_batteries']),
  ...staying('reference', ['test_battery_items', 'norm_sets', 'norm_items', 'norm_rows', 'battery_norms']),
  ...staying('reference', ['score_runs', 'import_mappings']),
};

function staying(stays: ReasonCode, tables: readonly string[]): Record<string, { stays: ReasonCode }> {
  return Object.fromEntries(tables.map((table) => [table, { stays }]));
}
