import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import type { Training } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { Panel } from '../../ui/panel';
import { FormProblem } from '../../ui/server-form';
import { housesOf, useSession } from '../session/session';
import { registerMyself, useTrainingsChanged, withdraw } from './queries';

const words = texts.training.own;

/** The person's own seat: to take it, to see what it is worth, to give it back. */
export function OwnPlace({ training }: { training: Training }) {
  const { mine } = training;
  return (
    <Panel title={words.title}>
      {mine ? <Taken training={training} mine={mine} /> : <Take training={training} />}
    </Panel>
  );
}

function Taken({ training, mine }: { training: Training; mine: NonNullable<Training['mine']> }) {
  const changed = useTrainingsChanged();
  const waits = mine.state === 'waiting';
  const leaving = waits ? words.stopWaiting : words.giveBack;
  const sentence = waits
    ? words.waiting(mine.waitingPlace ?? 1)
    : mine.state === 'confirmed'
      ? words.confirmed
      : words.walk_in;
  const over = training.state === 'completed' || training.state === 'cancelled' || mine.state === 'walk_in';
  return (
    <Stack gap="sm" align="flex-start">
      <Text fw={600} role="status">
        {sentence}
      </Text>
      {!over && (
        <ConfirmButton
          variant="default"
          label={leaving.label}
          question={leaving.question}
          text={leaving.text}
          confirmLabel={leaving.label}
          onConfirm={() =>
            withdraw(mine)
              .then(changed)
              .then(() => announce(leaving.done))
          }
        />
      )}
    </Stack>
  );
}

function Take({ training }: { training: Training }) {
  if (!training.registrationOpen) return <Text c="dimmed">{words.closed}</Text>;
  if (!training.forMe) return <Text c="dimmed">{words.notForMe}</Text>;
  return <TakeForm training={training} />;
}

function TakeForm({ training: { id, free } }: { training: Training }) {
  const houses = housesOf(useSession());
  const changed = useTrainingsChanged();
  const [houseId, setHouse] = useState(houses[0]?.id ?? '');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const register = (despiteOverlap: boolean) => {
    setPending(true);
    setProblem(null);
    registerMyself(id, houses.length > 1 ? houseId : undefined, despiteOverlap)
      .then(changed, (error: unknown) => setProblem(asProblem(error)))
      .finally(() => setPending(false));
  };
  return (
    <Stack gap="sm" align="flex-start">
      {free === 0 && <Text>{words.full}</Text>}
      {houses.length > 1 && (
        <NativeSelect
          label={words.house}
          data={houses.map((house) => ({ value: house.id, label: house.name }))}
          value={houseId}
          onChange={({ currentTarget }) => setHouse(currentTarget.value)}
        />
      )}
      {problem &&
        (problem.code === 'overlap' ? (
          <Alert color="sonne">{problem.message}</Alert>
        ) : (
          <FormProblem problem={problem} />
        ))}
      <Group gap="sm">
        {problem?.code === 'overlap' ? (
          <Button loading={pending} onClick={() => register(true)}>
            {words.overlapAnyway}
          </Button>
        ) : (
          <Button size="lg" loading={pending} onClick={() => register(false)}>
            {free === 0 ? words.registerWaiting : words.register}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
