import type { Letter } from './letters.de.js';

export interface Composed {
  subject: string;
  text: string;
  html: string;
}

/** A letter as plain text and as simple HTML: links only, nothing that is loaded from anywhere. */
export function compose({ subject, before, link, linkLabel, after }: Letter): Composed {
  const text = [...before, `${linkLabel}:\n${link}`, ...after].join('\n\n');
  const paragraphs = [
    ...before.map(paragraph),
    `<p><a href="${escaped(link)}">${escaped(linkLabel)}</a></p>`,
    `<p style="font-size:small;overflow-wrap:anywhere">${escaped(link)}</p>`,
    ...after.map(paragraph),
  ];
  return { subject, text: `${text}\n`, html: page(subject, paragraphs) };
}

function page(title: string, paragraphs: string[]): string {
  return [
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">',
    ...paragraphs,
    '</body></html>',
  ].join('\n');
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;
}

function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
