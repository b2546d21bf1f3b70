import type { InstitutionRow } from './demo-rows.js';
import type { Member } from './participation.js';
import { invalidEmail } from './people-names.js';

/**
 * The houses, of which one Kita stands in the list a second time, a little differently written: so that there is something to look at under
 * "Doppelt erfasst?". Both never had to do with the programme and have one provider, so that nothing else changes.
 */
export function withTwin(
  institutions: readonly InstitutionRow[],
  members: readonly Member[],
): InstitutionRow[] {
  const known = new Set(members.map(({ institution }) => institution.id));
  const strangers = institutions.filter(({ id, kind }) => kind === 'kita' && !known.has(id));
  const [first, second] = strangers.flatMap((one, index) => {
    const other = strangers.slice(index + 1).find((row) => row.provider_name === one.provider_name);
    return other ? [one, other] : [];
  });
  if (!first || !second) return [...institutions];
  const twin = asTwin(second, first);
  return institutions.map((row) => (row === second ? twin : row));
}

function asTwin(
  own: InstitutionRow,
  { district_id, name, street, ...model }: InstitutionRow,
): InstitutionRow {
  const written = name.replace('Kita', 'Kindertagesstätte');
  return {
    ...own,
    ...{ district_id, name: written, email: invalidEmail(written) },
    ...{ street: street.replace(/straße\b/, 'str.'), postal_code: model.postal_code },
    ...{ latitude: model.latitude, longitude: model.longitude },
  };
}
