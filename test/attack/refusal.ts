import type { Reply } from './wire.js';

/*
 * What every answer must be, whatever was asked: never a fault of the server's, and where it is a refusal, one that a German reads and
 * that tells nothing about what is inside.
 */

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  requestId: string;
  field?: string;
  errors?: { field: string; message: string }[];
}

const LONGEST = 20_000;

/** Signs of the machine room: SQL and its errors, stacks, files, names of classes. */
const INSIDE = [
  /\b(select|insert into|delete from|update) .{0,80}\b(from|values|set|where)\b/i,
  /\b(syntax error|violates|duplicate key|relation "|column "|SQLSTATE|pg_|postgres|typeorm|QueryFailed)/i,
  /\bat .{1,80}\.(js|ts):\d+|node_modules|file:\/\/|\/dist\/|\/src\//,
  /\b(TypeError|RangeError|SyntaxError|ReferenceError|Unexpected token|is not a function|Cannot read)\b/,
  /\[object |: undefined\b/,
];

const GERMAN =
  /\b(bitte|ist|nicht|das|der|die|den|dem|ein|eine|einen|und|oder|wird|fehlt|gehört|hier|kann|können|darf|sind|hat|von|bis|mit|zu|ohne|wurde|werden|höchstens|mindestens|erwartet|muss|es|im|am|diese[rsn]?|Ihnen|Ihre?[nmrs]?)\b/i;
const ENGLISH =
  /\b(the|is|are|must|should|not|invalid|required|expected|error|bad|request|property|value|missing|failed|found|allowed|of|with|this|be|to|too|large|forbidden|unauthorized)\b/i;

/** Whether a person reads it as a German sentence. What it quotes („…“) is the asker's own, and in the asker's language. */
export function isGerman(sentence: string): boolean {
  const own = sentence.replace(/„[^“]*“/g, '„…“');
  // Where the values to choose from are listed, they are those of the API.
  const words = own.replace(/(diese[rn]? Werte.*?:).*/, '$1');
  return /^[\p{L}„\d]/u.test(own) && /[.?!]$/.test(own) && GERMAN.test(own) && !ENGLISH.test(words);
}

/** What is wrong with an answer, or null. */
export function faultOf(reply: Reply): string | null {
  const { status, headers, text } = reply;
  if (status >= 500 || status < 200) return `answered ${status}: ${text.slice(0, 200)}`;
  for (const [name, expected] of Object.entries(ALWAYS)) {
    if (!expected.test(headers[name] ?? '')) return `header ${name} is ${headers[name] ?? 'missing'}`;
  }
  if ('x-powered-by' in headers || 'server' in headers) return 'a header that tells what it runs on';
  return status < 400 ? null : faultOfProblem(reply, text);
}

const ALWAYS: Record<string, RegExp> = {
  'content-security-policy': /frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cache-control': /^no-store$/,
  'x-request-id': /^[0-9a-f-]{36}$/,
};

function faultOfProblem({ status, headers }: Reply, text: string): string | null {
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    return `content type ${headers['content-type'] ?? 'missing'}`;
  if (text.length > LONGEST) return `an answer of ${text.length} letters`;
  const inside = INSIDE.map((sign) => sign.exec(text)?.[0]).find((found) => found !== undefined);
  if (inside !== undefined) return `shows its inside: ${inside}`;
  const problem = problemIn(text);
  if (problem.status !== status || problem.requestId !== headers['x-request-id'])
    return 'status or request id of another answer';
  if (!/^[a-z_]+$/.test(problem.code) || problem.type !== `urn:olympia-ruft:problem:${problem.code}`)
    return `code ${problem.code}, type ${problem.type}`;
  const sentences = [problem.title, ...(problem.errors ?? []).map(({ message }) => message)];
  const foreign = sentences.find((sentence) => !isGerman(sentence));
  return foreign === undefined ? null : `no German sentence: ${foreign}`;
}

/** The names of the fields that an answer finds fault with. */
export function fieldsOf({ text }: Reply): string[] {
  const { field, errors = [] } = problemIn(text);
  return [...new Set([...errors.map((one) => one.field), ...(field === undefined ? [] : [field])])];
}

/** What an answer says about one field, or null. */
export function messageAbout({ text }: Reply, field: string): string | null {
  const { field: only, title, errors = [] } = problemIn(text);
  return errors.find((one) => one.field === field)?.message ?? (only === field ? title : null);
}

function problemIn(text: string): ProblemBody {
  return JSON.parse(text) as ProblemBody;
}
