import { type CodebookLine, codebookLines } from './codebook.js';
import type { CodebookTable } from './codebook-tables.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.5rem;border-top:1px solid #bbb;padding-top:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #ddd}
th{font-weight:600}code{font-size:.92em}.scroll{overflow-x:auto}nav ul{columns:3 14rem;padding-left:1.2rem}
@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1b1e}th,td{border-color:#444}h2{border-color:#555}a{color:#8ce99a}}
@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}`;

const HEADS = ['Spalte', 'Überschrift', 'Typ', 'Einheit', 'Werte', 'Bedeutung'];

/** The codebook to be read by people: one file without anything from outside, also in print and in the dark. */
export function codebookHtml(tables: Record<string, CodebookTable>): string {
  const lines = codebookLines(tables);
  const entries = Object.entries(tables);
  const contents = entries
    .map(([name, { title }]) => `<li><a href="#${name}">${escaped(title)}</a> <code>${name}</code></li>`)
    .join('');
  const sections = entries.map(([name, table]) =>
    section(
      name,
      table,
      lines.filter((line) => line.table === name),
    ),
  );
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Codebuch – Olympia ruft</title>
<style>${STYLE}</style></head><body><h1>Codebuch der Dateien von „Olympia ruft – Mach mit!“</h1>
<p>Was jede Spalte der Dateien für Programme bedeutet: Komma als Trennzeichen, Punkt als Dezimalzeichen, Tage als JJJJ-MM-TT,
leere Felder für „nicht bekannt“ oder „trifft nicht zu“. In den Dateien für Tabellenprogramme steht die Überschrift.</p>
<nav><ul>${contents}</ul></nav>${sections.join('')}</body></html>
`;
}

function section(name: string, { title, row }: CodebookTable, lines: readonly CodebookLine[]): string {
  const head = HEADS.map((word) => `<th scope="col">${word}</th>`).join('');
  return `<h2 id="${name}">${escaped(title)} <code>${name}.csv</code></h2><p>Eine Zeile ist ${escaped(row)}.</p>
<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${lines.map(rowOf).join('')}</tbody></table></div>`;
}

function rowOf({ column, title, type, format, unit, values, meaning }: CodebookLine): string {
  const cells = [
    escaped(title),
    `${type}, ${escaped(format)}`,
    escaped(unit),
    escaped(values),
    escaped(meaning),
  ];
  return `<tr><th scope="row"><code>${column}</code></th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
