import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeskStep } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { useProgrammeChanged } from '../bookings/queries';
import { useSession } from '../session/session';
import { changeAdvice } from './queries';

const words = texts.advice;

/** Beside the button where there is room, above it on a phone. */
const WORDS = { flex: '1 1 190px' } as const;

/** What was agreed with houses and is not done yet, the most urgent first. */
export function DeskSteps({ steps }: { steps: readonly DeskStep[] }) {
  return (
    <Panel title={words.steps}>
      {steps.length === 0 ? (
        <Text c="dimmed">{words.stepsEmpty}</Text>
      ) : (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function Step({ step }: { step: DeskStep }) {
  const { today } = useSession();
  const changed = useProgrammeChanged(step.institutionId);
  const [pending, setPending] = useState(false);
  const done = () => {
    setPending(true);
    changeAdvice(step, { nextStepDoneOn: today })
      .then(changed)
      .then(() => announce(words.doneSaved(step.nextStep)), announceProblem)
      .finally(() => setPending(false));
  };
  return (
    <Group component="li" justify="space-between" align="flex-start" gap="sm">
      <div style={WORDS}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {step.nextStep}
        </Text>
        <Anchor component={Link} href={`/einrichtungen/${step.institutionId}`} size="sm">
          {step.institutionName}
        </Anchor>
        <Group gap={8} mt={4}>
          <Due due={step.nextStepDue} today={today} />
          <Text size="sm" c="dimmed">
            {words.agreedOn(formatDate(step.heldOn))}
          </Text>
        </Group>
      </div>
      <Button
        variant="default"
        size="sm"
        loading={pending}
        leftSection={<IconCheck size={18} aria-hidden />}
        aria-label={words.doneLabel(step.nextStep)}
        onClick={done}
      >
        {words.done}
      </Button>
    </Group>
  );
}

function Due({ due, today }: { due: string | null; today: string }) {
  if (due === null) return <Text size="sm">{words.noDue}</Text>;
  if (due > today) return <Text size="sm">{words.dueOn(formatDate(due))}</Text>;
  return (
    <Badge color="sonne" variant="light">
      {due === today ? words.dueToday : words.overdueSince(formatDate(due))}
    </Badge>
  );
}
