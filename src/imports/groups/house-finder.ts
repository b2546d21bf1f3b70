import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { Values } from '../reading/outcome.js';
import { grouped } from '../reading/grouped.js';
import { CodeIndex } from '../reading/code-index.js';
import { sameName } from '../reading/words.js';
import { HOUSE_FIELDS } from './group-fields.js';

/** An institution whose groups the person keeps. */
export interface House {
  id: string;
  name: string;
  schoolNumber: string | null;
  shortCode: string | null;
}

type HouseField = (typeof HOUSE_FIELDS)[number];

const LABELS: Record<HouseField, string> = {
  schoolNumber: 'Schulnummer',
  shortCode: 'Kurzzeichen',
  institutionName: 'Einrichtung',
};

/** Finds the house of a row by its number, its short code or, if only one bears it, its name. Houses of others are unknown. */
export class HouseFinder {
  private readonly indexes: Record<HouseField, { find(value: string): House[] }>;

  constructor(houses: House[]) {
    const names = grouped(houses, ({ name }) => sameName(name));
    this.indexes = {
      schoolNumber: new CodeIndex(houses, ({ schoolNumber }) => schoolNumber),
      shortCode: new CodeIndex(houses, ({ shortCode }) => shortCode),
      institutionName: { find: (name) => names.get(sameName(name)) ?? [] },
    };
  }

  find(values: Values): House | FieldProblem {
    const given = HOUSE_FIELDS.filter((field) => values[field] !== undefined);
    const [first] = given;
    if (!first) {
      const message = 'Einrichtung fehlt: bitte Schulnummer, Kurzzeichen oder Name angeben.';
      return { field: 'institutionName', message };
    }
    const found = this.named(first, values);
    const [house] = found;
    if (!house) return { field: first, message: `${LABELS[first]}: Diese Einrichtung gibt es hier nicht.` };
    if (found.length > 1) {
      return { field: first, message: ambiguous(first, found.length) };
    }
    return this.contradiction(house, given, values) ?? house;
  }

  // A name may be written in many ways; only one that belongs to another house contradicts.
  private contradiction(house: House, given: HouseField[], values: Values): FieldProblem | null {
    const field = given.find((one) => {
      const named = this.named(one, values);
      return named.length > 0 && !named.includes(house);
    });
    if (!field) return null;
    return { field, message: `${LABELS[field]}: gehört zu einer anderen Einrichtung als „${house.name}“.` };
  }

  private named(field: HouseField, values: Values): House[] {
    return this.indexes[field].find(String(values[field]));
  }
}

function ambiguous(field: HouseField, count: number): string {
  if (field === 'institutionName') {
    return `Einrichtung: Der Name passt zu ${count} Einrichtungen. Bitte Schulnummer oder Kurzzeichen angeben.`;
  }
  return `${LABELS[field]}: passt zu ${count} Einrichtungen. Bitte genau so schreiben wie dort.`;
}
