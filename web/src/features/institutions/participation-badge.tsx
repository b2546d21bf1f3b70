import { Badge, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';

/** Green once it runs, orange on the way there, grey when it is over; the word says it too. */
const colors: Readonly<Record<string, string>> = {
  requested: 'sonne',
  registered: 'sonne',
  initial_consultation: 'sonne',
  choosing_modules: 'sonne',
  active: 'wiese',
};

/** How an institution takes part, in a word. */
export function ParticipationBadge({ status }: { status: string | undefined }) {
  if (status === undefined) {
    return (
      <Text span size="sm" c="dimmed">
        {texts.terms.noParticipation}
      </Text>
    );
  }
  return (
    <Badge variant="light" color={colors[status] ?? 'gray'} tt="none" size="lg" fw={500} miw="max-content">
      {wordFor(texts.terms.participationStatus, status)}
    </Badge>
  );
}
