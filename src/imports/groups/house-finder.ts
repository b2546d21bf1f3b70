import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { Values } from '../reading/outcome.js';
import { grouped } from '../reading/grouped.js';
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

const KEY_OF: Record<HouseField, (house: House) => string | null> = {
  schoolNumber: ({ schoolNumber }) => schoolNumber,
  shortCode: ({ shortCode }) => shortCode,
  institutionName: ({ name }) => sameName(name),
};
const LABELS: Record<HouseField, string> = {
  schoolNumber: 'Schulnummer',
  shortCode: 'Kurzzeichen',
  institutionName: 'Einrichtung',
};

/** Finds the house of a row by its number, its short code or, if only one bears it, its name. Houses of others are unknown. */
export class HouseFinder {
  private readonly indexes: Record<HouseField, Map<string, House[]>>;

  constructor(houses: House[]) {
    const index = (field: HouseField): Map<string, House[]> =>
      grouped(
        houses.filter((house) => KEY_OF[field](house) !== null),
        (house) => KEY_OF[field](house) ?? '',
      );
    this.indexes = {
      schoolNumber: index('schoolNumber'),
      shortCode: index('shortCode'),
      institutionName: index('institutionName'),
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
      const message = `Einrichtung: Der Name passt zu ${found.length} Einrichtungen. Bitte Schulnummer oder Kurzzeichen angeben.`;
      return { field: first, message };
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
    const value = String(values[field]);
    return this.indexes[field].get(field === 'institutionName' ? sameName(value) : value) ?? [];
  }
}
