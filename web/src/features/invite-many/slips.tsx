import { Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInstant } from '../../ui/format';
import { QrCode } from '../../ui/qr-code';
import type { InvitedPerson } from './requests';
import classes from './slips.module.css';

const words = texts.inviteMany;

/** One slip of paper a person, several on a sheet, to be cut apart and handed out. */
export function Slips({ people }: { people: readonly InvitedPerson[] }) {
  return (
    <section aria-label={words.slips} className={classes.slips}>
      {people.map((person) => (
        <Slip key={person.id} person={person} />
      ))}
    </section>
  );
}

function Slip({ person }: { person: InvitedPerson }) {
  const { name, email, role, institutionName, municipalityName, expiresAt, link } = person;
  const place = institutionName ?? municipalityName;
  const label = name ?? email ?? '';
  return (
    <article className={classes.slip}>
      <div>
        <Text size="sm" c="dimmed">
          {words.slipTitle}
        </Text>
        <Text fw={700}>{label}</Text>
        <Text size="sm">{[wordFor(texts.words.role, role), place].filter(Boolean).join(', ')}</Text>
        <Text size="xs" mt={6}>
          {words.slipText}
        </Text>
        <Text size="xs" fw={600} mt={6}>
          {words.validUntil(formatInstant(expiresAt))}
        </Text>
      </div>
      {link !== null && (
        <>
          <QrCode value={link} label={words.slipQr(label)} />
          <div className={classes.link}>{link}</div>
        </>
      )}
    </article>
  );
}
