import { RULE_WORDS } from '../retention/rule-words.de.js';
import { ACTIONS } from '../../reporting/trail/trail-words.js';
import type { PersonSection } from './person-section.js';

export type PersonRow = Record<string, unknown>;

/** What there is of a person: a section with its rows. */
export interface FilledSection {
  section: PersonSection;
  rows: PersonRow[];
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.5rem;border-top:1px solid #bbb;padding-top:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #ddd;overflow-wrap:break-word}
th{font-weight:600}td{white-space:pre-line}th[scope=row]{width:18rem}.one :is(th,td){overflow-wrap:anywhere}.scroll{overflow-x:auto}
@media(max-width:40rem){.one :is(tr,th,td){display:block;width:auto}.one th{border:0;padding-bottom:0}}
@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1b1e}th,td{border-color:#444}h2{border-color:#555}}
@media print{body{margin:0;color:#000;background:#fff}h2{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}th,td{overflow-wrap:anywhere;hyphens:auto}}`;

const INSTANT = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Berlin',
});

const ABOUT = `<h2>Was dazu zu sagen ist (Art. 15 DSGVO)</h2>
<ul><li><b>Wozu:</b> Anmelden, Eintragen von Bewegungsangeboten, Fortbildungen mit Bescheinigung, Beratung und die Kennzahlen des Programms.</li>
<li><b>Woher:</b> von der Person selbst, von der Leitung der Einrichtung oder von der Koordination der Kommune.</li>
<li><b>Wer es sieht:</b> die eigene Einrichtung, ihr Coach und die Koordination der Kommune, soweit ihre Aufgabe es braucht; Konten auch die Administration. An Dritte geht nichts, außer Nachrichten an den Mailserver der Kommune.</li>
<li><b>Automatisch entschieden</b> wird über niemanden.</li>
<li><b>Rechte:</b> Berichtigung, Löschung, Einschränkung, Widerspruch und Beschwerde bei der Aufsichtsbehörde. Die Einrichtung oder die Kommune nimmt das entgegen.</li></ul>`;

/** What is stored of a person, to be read and printed: one file without anything from outside. */
export function personPage(name: string, madeAt: Date, sections: readonly FilledSection[]): string {
  const full = sections.filter(({ rows }) => rows.length > 0);
  const empty = sections.filter(({ rows }) => rows.length === 0).map(({ section }) => escaped(section.title));
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Auskunft: ${escaped(name)}</title>
<style>${STYLE}</style></head><body><main><h1>Was über ${escaped(name)} gespeichert ist</h1>
<p>Stand: ${INSTANT.format(madeAt)} Uhr. Dieselben Angaben stehen für Programme in <code>auskunft.json</code>. Angaben über andere Personen sind nicht enthalten.</p>
${full.map(part).join('\n')}
<h2>Dazu ist nichts gespeichert</h2><p>${empty.join(' · ') || 'Zu jedem Punkt gibt es etwas.'}</p>
<h2>Wie lange es bleibt</h2><div class="scroll" tabindex="0" role="region" aria-label="Wie lange es bleibt"><table><thead><tr><th scope="col">Was</th><th scope="col">Wie lange</th><th scope="col">Warum</th></tr></thead>
<tbody>${RULES.map(ruleRow).join('')}</tbody></table></div>
${ABOUT}</main></body></html>
`;
}

/** Rules that are about people who work. */
const RULES = [
  'accounts',
  'staff_members',
  'activities',
  'coach_contacts',
  'letters',
  'security_log',
  'origins',
  'trail',
];

function ruleRow(code: string): string {
  const words = RULE_WORDS[code];
  return words
    ? `<tr>${[words.title, words.kept, words.why].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`
    : '';
}

/** What there is once is read from top to bottom, the rest as a table. */
function part({ section, rows }: FilledSection): string {
  const [first] = rows;
  const title = escaped(section.title);
  return `<h2>${title}</h2>${first && rows.length === 1 ? list(section, first) : table(title, section, rows)}`;
}

function list({ columns }: PersonSection, row: PersonRow): string {
  const lines = columns.map(
    ([key, heading]) =>
      `<tr><th scope="row">${escaped(heading)}</th><td>${escaped(shown(key, row[key]))}</td></tr>`,
  );
  return `<table class="one"><tbody>${lines.join('')}</tbody></table>`;
}

function table(title: string, { columns }: PersonSection, rows: readonly PersonRow[]): string {
  const head = columns.map(([, heading]) => `<th scope="col">${escaped(heading)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${columns.map(([key]) => `<td>${escaped(shown(key, row[key]))}</td>`).join('')}</tr>`)
    .join('');
  // Wider than a phone: to be moved by the keyboard as well.
  return `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function shown(key: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return INSTANT.format(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return key === 'action' ? (ACTIONS[text]?.label ?? text) : (SEALED[key]?.[text] ?? readable(text));
}

/** A day as it is written in German, the word for a code, and anything else as it is. */
function readable(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? (WORDS[text] ?? text) : `${day}.${month}.${year}`;
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ educator: 'Fachkraft', institution_lead: 'Leitung', coach: 'Coach', coordinator: 'Koordination' },
  ...{ programme_lead: 'Programmleitung', administrator: 'Administration' },
  ...{ teacher: 'Lehrkraft', all_day_staff: 'OGS-Kraft', lead: 'Leitung', other: 'Sonstige' },
  ...{
    confirmed: 'sicherer Platz',
    waiting: 'wartet',
    withdrawn: 'abgemeldet',
    walk_in: 'ohne Anmeldung gekommen',
  },
  ...{ present: 'anwesend', excused: 'entschuldigt', absent: 'unentschuldigt' },
  ...{
    on_site: 'vor Ort',
    phone: 'Telefon',
    online: 'online',
    held: 'geführt',
    planned: 'geplant',
    cancelled: 'abgesagt',
  },
  ...{ sent: 'gesendet', failed: 'nicht zustellbar', not_configured: 'nicht gesendet, kein Mailserver' },
};

/** Of entries that were noted without a network, by the column's key: the same codes mean something else in others. */
const SEALED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    activity: 'Aktivität',
    activity_change: 'Änderung einer Aktivität',
    trial: 'Versuch an einem Testtag',
    not_done: 'Aufgabe nicht durchgeführt',
  },
  reason: {
    wrong_proof: 'PIN oder Ausweis stimmte nicht',
    access_ended: 'Zugang schon beendet',
    refused: 'passte so nicht',
    clock: 'Uhr des Geräts ging falsch',
    tablet_revoked: 'Tablet schon abgemeldet',
    house_closed: 'Einrichtung schon geschlossen',
  },
  outcome: {
    stored: 'gespeichert',
    withdrawn: 'gelöscht',
    held: 'der Leitung vorgelegt',
    confirmed: 'von der Leitung bestätigt',
    discarded: 'von der Leitung verworfen',
  },
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
