import { Badge, Text } from '@mantine/core';
import type { Mail } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant, formatInteger } from '../../ui/format';
import { faultSentence } from './fault';

const words = texts.mails;

const COLORS: Record<Mail['state'], string> = {
  waiting: 'blue',
  sent: 'wiese',
  failed: 'red',
  not_configured: 'gray',
};

/** Where a mail is, and why it is not further. */
export function MailState({ mail }: { mail: Mail }) {
  return (
    <>
      <Badge variant="light" color={COLORS[mail.state]} tt="none" fw={600} miw="max-content">
        {words.states[mail.state]}
      </Badge>
      {detailsOf(mail).map((line) => (
        <Text key={line} size="sm" c="dimmed" fw={400}>
          {line}
        </Text>
      ))}
    </>
  );
}

function detailsOf({ state, sentAt, lastError, dueAt, attempts }: Mail): string[] {
  if (state === 'sent' && sentAt !== null) return [words.sentAt(formatInstant(sentAt))];
  if (lastError === null) return [];
  const tries = attempts > 1 ? [words.attempts(formatInteger(attempts))] : [];
  const again = state === 'waiting' ? [words.triedAgain(formatInstant(dueAt))] : [];
  return [faultSentence(lastError), [...tries, ...again].join(', ')].filter((line) => line !== '');
}
