import { readFileSync } from 'node:fs';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * What no log may hold, each with a line that has it: the words that tests plant in names, notes, files and searches, and whatever looks like
 * something personal or secret.
 */
export const CANARIES = [
  { name: 'planted word', pattern: /kanarienvogel|kanari%C3/i, sample: 'Notiz KANARIENVOGEL-7' },
  { name: 'mail address', pattern: /[\w.+-]+@[\w-]+\.[a-z]{2,}/i, sample: 'to maxi@example.org' },
  { name: 'password', pattern: /vier runde Melonen|hunter2/i, sample: 'password=vier runde Melonen tanzen' },
  {
    name: 'token',
    pattern: /olympia_pat_|olympia=|\w+#[\w-]{20,}/,
    sample: 'GET /einladung#zG8dq0W3v1y7Kq2Jx5Lw',
  },
  { name: 'id', pattern: UUID, sample: '/api/groups/5b0c2b2e-3c9e-4f5e-9a57-0a6f8c1f5b1e' },
  { name: 'search of an address', pattern: /\/[\w/:-]*\?\w+=/, sample: '/api/institutions?search=Muster' },
  {
    name: 'row or statement of the database',
    pattern: /Failing row|\b(STATEMENT|DETAIL|CONTEXT): |\binsert into \w+ .*values/i,
    sample: 'DETAIL:  Failing row contains (1, Maxi).',
  },
];

/** What the program says on purpose to whoever starts it: the first administrator's link, and the invented people of the demo. */
const WELCOME = [
  /^ {2}http\S+\/einladung#[\w-]+$/,
  /^Sign in with the password .+ as$/,
  /^ {2}\w+@demo\.invalid +[a-z ]+$/,
];

/**
 * Searches logs for what they may not hold.
 * @param {string[]} files
 * @returns {{ lines: number, found: { name: string, file: string, line: string }[] }}
 */
export function findCanaries(files) {
  const logs = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').filter(Boolean) }));
  const found = logs.flatMap(({ file, lines }) =>
    lines.flatMap((line) => canariesOf(line).map((name) => ({ name, file, line }))),
  );
  return { lines: logs.reduce((sum, { lines }) => sum + lines.length, 0), found };
}

/** @returns {string[]} the names of what the line may not hold */
export function canariesOf(line) {
  const shown = withoutKnown(line);
  return CANARIES.filter(({ pattern }) => pattern.test(shown)).map(({ name }) => name);
}

/** Without the number of the request, which is made for the log, and the welcome. */
function withoutKnown(line) {
  if (!line.startsWith('{')) return WELCOME.some((known) => known.test(line)) ? '' : line;
  try {
    const said = { ...JSON.parse(line), requestId: undefined };
    return WELCOME.some((known) => known.test(said.message)) ? '' : JSON.stringify(said);
  } catch {
    return line;
  }
}
