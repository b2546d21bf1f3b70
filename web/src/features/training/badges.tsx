import { Badge } from '@mantine/core';
import { texts } from '../../texts/de';
import { registrationWords } from './training-words';

const words = texts.training;

const STATE_COLORS: Record<string, string> = { open: 'wiese', draft: 'gray', cancelled: 'red' };

/** The state of a training; its word says it, the colour only helps. */
export function StateBadge({ state }: { state: string }) {
  return (
    <Badge variant="light" size="lg" tt="none" miw="max-content" color={STATE_COLORS[state] ?? 'gray'}>
      {words.states[state] ?? state}
    </Badge>
  );
}

/** Whether somebody has a seat, or which place on the waiting list. */
export function RegistrationBadge(props: { state: string; waitingPlace: number | null }) {
  const color = props.state === 'confirmed' ? 'wiese' : props.state === 'waiting' ? 'sonne' : 'gray';
  return (
    <Badge variant="light" size="lg" tt="none" miw="max-content" color={color}>
      {registrationWords(props)}
    </Badge>
  );
}
