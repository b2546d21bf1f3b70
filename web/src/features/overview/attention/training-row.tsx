import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../../texts/de';
import { formatDate, formatInteger, formatWeekdayShort } from '../../../ui/format';
import { AttentionRow } from './attention-row';
import type { EmptyTraining } from './queries';

const words = texts.attention.trainings;

/** A training that begins soon and is nearly empty: open it to ask around, move it or call it off. */
export function TrainingRow({ training }: { training: EmptyTraining }) {
  const { id, title, startsOn, daysUntil, confirmed, capacity, state, registerBy } = training;
  const href = `/fortbildungen/${id}`;
  return (
    <AttentionRow
      title={title}
      href={href}
      actions={
        <Button component={Link} href={href} variant="default" size="sm" aria-label={words.openLabel(title)}>
          {words.open}
        </Button>
      }
    >
      {words.taken(formatInteger(confirmed), formatInteger(capacity))}
      {' · '}
      {words.starts(`${formatWeekdayShort(startsOn)} ${formatDate(startsOn)}`, daysUntil)}
      {' · '}
      {state === 'open' ? words.registerBy(formatDate(registerBy)) : words.closed}
    </AttentionRow>
  );
}
