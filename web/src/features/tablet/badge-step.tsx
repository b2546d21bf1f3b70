import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { BadgeReader } from './badge-reader';
import type { Desk, DeskPerson } from './desk';
import { PeopleGrid } from './people-grid';
import { sharedTablet } from './tablet';
import type { Trouble } from './unlocking';

const words = texts.tabletLock.badge;

interface BadgeStepProps {
  desk: Desk;
  /** Null: the badge says whose it is. */
  person: DeskPerson | null;
  onBack: () => void;
}

/** A badge instead of a PIN. Without a network nobody can tell whose it is: then the person says so. */
export function BadgeStep({ desk, person, onBack: goBack }: BadgeStepProps) {
  const [busy, setBusy] = useState(false);
  const [unchecked, setUnchecked] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const onBack = () => {
    sharedTablet.lock('asked');
    goBack();
  };
  const show = async (badge: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const trouble = await sharedTablet.unlock({ badge });
    setBusy(false);
    if (!trouble) return;
    if (trouble.kind !== 'unreachable') setProblem(wordsOf(trouble));
    else if (person) await sharedTablet.addOnly(person, { badge });
    else setUnchecked(badge);
  };
  if (unchecked !== null)
    return (
      <Stack gap="lg" w="100%" maw={960} style={{ alignSelf: 'start' }}>
        <PageHeader title={words.whoTitle} intro={words.who} />
        <PeopleGrid
          people={desk.people}
          onChoose={(chosen) => void sharedTablet.addOnly(chosen, { badge: unchecked })}
        />
        <Back onBack={onBack} />
      </Stack>
    );
  return (
    <Stack gap="md" w="100%" maw={480} style={{ alignSelf: 'start' }}>
      <PageHeader title={person ? words.titleOf(person.label) : words.title} />
      {problem && (
        <Alert role="alert" color="red" variant="light" py="xs">
          {problem}
        </Alert>
      )}
      <BadgeReader busy={busy} onBadge={(badge) => void show(badge)} />
      <Back onBack={onBack} />
    </Stack>
  );
}

function wordsOf(trouble: Trouble): string {
  return trouble.kind === 'other' ? trouble.problem.message : words.wrong;
}

function Back({ onBack }: { onBack: () => void }) {
  return (
    <Group>
      <Button size="lg" variant="default" leftSection={<IconArrowLeft aria-hidden />} onClick={onBack}>
        {words.other}
      </Button>
    </Group>
  );
}
