import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInstant } from '../../ui/format';
import type { InvitedPerson } from './requests';

const words = texts.inviteMany;
const BYTE_ORDER_MARK = '\uFEFF';

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
  const lines = [words.linkColumns, ...rows].map((cells) => `${cells.map(cell).join(';')}\r\n`);
  return new Blob([BYTE_ORDER_MARK, ...lines], { type: 'text/csv;charset=utf-8' });
}

/** A text that a spreadsheet program would take for a formula gets an apostrophe. */
function cell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
