import type { PeopleShown } from '../devices/tablet.dto.js';

/** Titles are no names. */
const TITLE = /^(dr|prof|dipl)\.?$|\.$/i;

interface Name {
  first: string;
  last: string;
}

/**
 * How people are called on a screen that everybody sees: by first name or initials, and only where two would be the same by letters of the
 * last name; who has the very same name gets a number.
 */
export function labelsOf(names: readonly string[], shown: PeopleShown): string[] {
  const parts = names.map(partsOf);
  const longest = Math.max(0, ...parts.map(({ last }) => last.length));
  const short = shown === 'initials' ? initials : firstName;
  const labels = parts.map((name) => short(name, 0));
  for (let letters = 1; letters <= longest && hasTwins(labels); letters += 1) {
    const twins = twinsIn(labels);
    for (const i of twins) labels[i] = short(parts[i] ?? { first: '', last: '' }, letters);
  }
  return numbered(labels);
}

function partsOf(name: string): Name {
  const words = name.split(/\s+/).filter((word) => word !== '' && !TITLE.test(word));
  const [first = name, ...others] = words;
  return { first, last: others.at(-1) ?? '' };
}

/** Anna · Anna B. · Anna Be. */
function firstName({ first, last }: Name, letters: number): string {
  if (letters === 0 || last === '') return first;
  return letters < last.length ? `${first} ${last.slice(0, letters)}.` : `${first} ${last}`;
}

/** AB · ABe · ABer */
function initials({ first, last }: Name, letters: number): string {
  return `${first.slice(0, 1)}${last.slice(0, letters + 1)}`;
}

function twinsIn(labels: string[]): number[] {
  const seen = labels.map(withoutDot);
  return seen.flatMap((label, i) => (seen.filter((other) => other === label).length > 1 ? [i] : []));
}

function hasTwins(labels: string[]): boolean {
  return new Set(labels.map(withoutDot)).size < labels.length;
}

/** Anna Berg and Anna Berg. are one to the eye. */
function withoutDot(label: string): string {
  return label.replace(/\.$/, '');
}

function numbered(labels: string[]): string[] {
  return labels.map((label, i) => {
    const before = labels.slice(0, i).filter((other) => other === label).length;
    return before === 0 ? label : `${label} ${before + 1}`;
  });
}
