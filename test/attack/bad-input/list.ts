/** Where something is proved: what the path of a file of tests or of a spec contains, and words that stand in it. */
export type Proof = [file: string, words: string];

export interface Entry {
  /** What is sent or what happens, and the answer. */
  says: string;
  /** Kinds of bad request that prove it for every operation they fit (rows.ts). */
  rows?: string[];
  /** Tests that prove it where it has a meaning of its own. */
  proved?: Proof[];
}

/** Everything that goes wrong sooner or later, and where its answer is proved. */
export const LIST: Entry[] = [
  {
    says: 'a foreign or unknown id, "..", "%00", 10,000 letters, "undefined" → 404, or 400 for what is no address',
    rows: [
      'an id that names nothing',
      'a place that is none of those there are',
      'an address that leads nowhere',
    ],
    proved: [['headers.e2e', 'leads nowhere']],
  },
  {
    says: 'an unknown field, a role in an own PATCH, a nested object, "__proto__" → 400',
    rows: ['a field that is not its own', 'a filter that does not exist', 'in a field: the wrong type'],
  },
  {
    says: '"sort=name;drop", a repeated parameter, limit −1, a bad cursor → 400',
    rows: [
      ...[
        'a filter that cannot be',
        'a filter given twice, as a list or as an object',
        'a filter that does not exist',
      ],
      ...['a cursor that was never given out', 'a query where none belongs'],
    ],
  },
  {
    says: 'a search for "%", "_", "\'" → found as it is written',
    rows: ['a search for a wildcard'],
    proved: [['institutions-list.e2e', "['_', ['a_b']]"]],
  },
  {
    says: '29 February in a common year, the year 0000, 24:00 → 422',
    rows: ['in a field: no day of the calendar', 'in a field: no such choice'],
    proved: [['trainings.e2e', "startsAt: '24:00'"]],
  },
  {
    says: '31 July 23:59 and 1 August 00:00 in Berlin, with the server in UTC → the right school year',
    proved: [
      ['activities.e2e', 'the school year turns at midnight in Berlin, with the server in UTC'],
      ['overview.e2e', 'the year turns at midnight in Berlin, with the server in UTC'],
      ['trail.e2e', 'counts a day from midnight to midnight in Berlin'],
    ],
  },
  {
    says: '29 March 2026, 02:30 → 422',
    proved: [['trainings.e2e', "heldOn: '2026-03-29', startsAt: '02:30'"]],
  },
  {
    says: 'a future date, before the participation, the end before the start, 0 minutes, −1 and 10,000 children → 422 with the reason',
    rows: ['in a field: out of range'],
    proved: [
      ['activities.e2e', 'Datum: liegt in der Zukunft'],
      ['activities.e2e', 'nahm die Einrichtung nicht am Programm teil'],
      ['activities.e2e', 'more children than could be'],
      ['house-records.e2e', 'neither overlap nor run backwards'],
      ['trainings.e2e', "startsAt: '10:00', endsAt: '09:00'"],
    ],
  },
  {
    says: '"3,5", "", [], 1e400, NaN in a number → 422',
    rows: ['in a field: no number', 'a body that is no JSON object'],
  },
  {
    says: 'NUL, half a surrogate pair, U+202E → 422',
    rows: ['in a field: no clean text', 'in a field: no address'],
  },
  {
    says: '"Nguyễn", "O’Brien", composed or not, 100 letters → kept, found in both forms, in German order',
    proved: [
      ['edges.attack', 'stored as one composed text'],
      ['institutions-list.e2e', "q.normalize('NFC'), q.normalize('NFD')"],
      ['accounts.e2e', 'finds names and addresses, however the umlaut is typed'],
      ['pages.e2e', 'German order knows umlauts and numbers'],
    ],
  },
  {
    says: '"=HYPERLINK(", "@SUM", "+", a tab → text in a CSV file',
    rows: ['in a field: no clean text'],
    proved: [
      ['columns.spec', 'guard text against formulas only where people read it'],
      ['exports.e2e', 'are exactly what a German spreadsheet program expects'],
      ['imports/rows.e2e', 'formulas are text, are never evaluated'],
    ],
  },
  {
    says: 'a file in Windows-1252 or UTF-16, empty, a header only, 200,000 rows, row 37 wrong → told by row, nothing written',
    rows: [
      'a file that is no table',
      'a file of another type, or in several parts',
      'a file of more than 5 MB',
    ],
    proved: [
      ['imports/files.e2e', "'windows-1252.csv'"],
      ['imports/files.e2e', "'utf16be.csv'"],
      ['imports/files.e2e', '5,001 rows and 200,000 rows'],
      ['imports/rows.e2e', 'one wrong cell is named by row and column, and nothing is written'],
      ['imports/commit.e2e', 'that fails in the middle leaves nothing half-written'],
    ],
  },
  {
    says: 'a body of 10 MB, JSON 200,000 levels deep, the same key twice, another type, a packed bomb → 413, 400, 415',
    rows: [
      ...['a body of 10 MB', 'a body that is no JSON object', 'a body of another type', 'a packed body'],
      ...['a body where none belongs', 'in a field: too long', 'a file of more than 5 MB'],
    ],
  },
  {
    says: 'the same request 50 times at once → made once, one row, one entry in the trail',
    proved: [['same-post.attack', 'times at once is once']],
  },
  {
    says: '40 people and the last seat → exactly the capacity',
    proved: [['training-registrations.e2e', 'goes to as many as there are seats when forty come at once']],
  },
  {
    says: 'a result without consent → 409',
    proved: [
      ['assessments/trials.e2e', "'no_consent'"],
      ['assessments/trials.e2e', 'is asked by the database itself'],
    ],
  },
  {
    says: 'statistics of a period that is not over → 409',
    proved: [['publications.e2e', 'can be prepared when its last day is over in Berlin']],
  },
  {
    says: 'no database → 503 with Retry-After, ready again by itself',
    proved: [
      [
        'database-down.e2e',
        'requests are told to come back, the process lives, and all is well again by itself',
      ],
    ],
  },
  {
    says: 'whatever is refused stays in the form',
    proved: [
      ['sign-in-again.browser', 'an educator keeps the entry that was half written'],
      ['sign-in-again.browser', 'a coordinator keeps the institution that was half changed'],
    ],
  },
  {
    says: 'no version, a wrong one, one of another time → 428, 400, 412',
    rows: ['no version of what is changed', 'the version of another time', 'a change that changes nothing'],
  },
  {
    says: 'values that are missing, of another kind, or no such thing → each named by its field',
    rows: [
      ...[
        'fields that are missing',
        'in a field: nothing',
        'in a field: no id',
        'in a field: no such choice',
      ],
      'in a field: no such list',
    ],
  },
  {
    says: 'a request from another site, sign-in included → 403; a form’s → 415',
    rows: ['a request from another site', 'a body of another type'],
  },
  {
    says: 'no session, a made-up one, a made-up token → 401; another method by a header → none',
    rows: ['a session that is none', 'an access token that is none', 'another method by a header'],
    proved: [['methods.e2e', 'knows no method but its own']],
  },
  {
    says: 'what is no HTTP, or two things at once → 400 in German, and nothing hidden in it is answered',
    rows: [
      ...['headers that are none', 'a first line that is none', 'a body of a length that cannot be'],
      'a request hidden in the body of another',
    ],
    proved: [['slow-clients.attack', 'slow']],
  },
];
