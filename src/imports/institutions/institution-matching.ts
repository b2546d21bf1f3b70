import type { FieldProblem } from '../../kernel/problem/problem.js';
import type { Values } from '../reading/outcome.js';
import { grouped } from '../reading/grouped.js';
import { CodeIndex } from '../reading/code-index.js';
import { sameName } from '../reading/words.js';

/** A stored institution with everything a file may change; `districtId` is an id here. */
export interface KnownInstitution {
  id: string;
  version: number;
  archived: boolean;
  values: Values;
}

export type Match = { known: KnownInstitution | null } | { problem: FieldProblem };

/**
 * Finds the institution that a row means: by school number, else by own short code, else, as long as neither contradicts, by its name.
 * What could mean several is refused.
 */
export class InstitutionMatcher {
  private readonly byNumber = new Map<string, KnownInstitution>();
  private readonly byCode: CodeIndex<KnownInstitution>;
  private readonly byName: Map<string, KnownInstitution[]>;

  constructor(institutions: KnownInstitution[]) {
    for (const known of institutions) {
      const { schoolNumber } = known.values;
      if (typeof schoolNumber === 'string') this.byNumber.set(schoolNumber, known);
    }
    this.byCode = new CodeIndex(institutions, ({ values }) => values['shortCode']);
    this.byName = grouped(institutions, ({ values }) => sameName(String(values['name'])));
  }

  match({ schoolNumber, shortCode, name }: Values): Match {
    const byNumber = this.byNumber.get(String(schoolNumber));
    const coded = this.byCode.find(shortCode);
    if (coded.length > 1) return severalCodes(coded.length);
    const [byCode] = coded;
    if (byCode && isAnother(byCode, byNumber, schoolNumber)) return takenCode(byCode);
    const known = byNumber ?? byCode;
    if (known) return openMatch(known);
    if (name === undefined) return missingKey(schoolNumber ?? shortCode);
    return this.matchName(String(name), schoolNumber ?? null, shortCode ?? null);
  }

  /** Houses that were entered by hand often lack the numbers that the file has; they are the same house all the same. */
  private matchName(name: string, schoolNumber: unknown, shortCode: unknown): Match {
    const agrees = (own: unknown, stored: unknown): boolean => own === null || stored === null;
    const candidates = (this.byName.get(sameName(name)) ?? []).filter(
      ({ values }) =>
        agrees(schoolNumber, values['schoolNumber'] ?? null) &&
        agrees(shortCode, values['shortCode'] ?? null),
    );
    const [only] = candidates;
    if (candidates.length > 1) {
      return refused(
        'name',
        `Name: passt zu ${candidates.length} Einrichtungen. Bitte Schulnummer oder Kurzzeichen angeben.`,
      );
    }
    return only ? openMatch(only) : { known: null };
  }
}

function isAnother(
  byCode: KnownInstitution,
  byNumber: KnownInstitution | undefined,
  number: unknown,
): boolean {
  if (byNumber) return byCode !== byNumber;
  const stored = byCode.values['schoolNumber'] ?? null;
  return number !== undefined && stored !== null && stored !== number;
}

function openMatch(known: KnownInstitution): Match {
  if (!known.archived) return { known };
  return refused(
    'name',
    `„${String(known.values['name'])}“ ist archiviert. Bitte zuerst aus dem Archiv zurückholen.`,
  );
}

function takenCode({ values }: KnownInstitution): Match {
  const message = `Kurzzeichen: gehört schon zu „${String(values['name'])}“. Bitte Schulnummer und Kurzzeichen prüfen.`;
  return refused('shortCode', message);
}

function severalCodes(count: number): Match {
  const message = `Kurzzeichen: passt zu ${count} Einrichtungen. Bitte genau so schreiben wie dort.`;
  return refused('shortCode', message);
}

function missingKey(key: unknown): Match {
  if (key !== undefined) return { known: null };
  return refused('name', 'Schulnummer, Kurzzeichen oder Name fehlt: bitte mindestens eins davon angeben.');
}

function refused(field: string, message: string): Match {
  return { problem: { field, message } };
}
