import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInstant } from '../../ui/format';
import { peopleCsvFile } from '../../ui/people-csv';
import type { InvitedPerson } from './requests';

const words = texts.inviteMany;

/** The links as a table for people: opens in a German Excel by a double click. */
export function linkFile(people: readonly InvitedPerson[]): Blob {
  const rows = people.map(({ institutionName, municipalityName, name, email, role, link, expiresAt }) => [
    institutionName ?? municipalityName ?? '',
    name ?? '',
    email ?? '',
    wordFor(texts.words.role, role),
    link ?? '',
    formatInstant(expiresAt),
  ]);
  return peopleCsvFile(words.linkColumns, rows);
}
