import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconHourglass, IconLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { texts } from '../../texts/de';
import { formatWait } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { useCountdown } from '../../ui/use-countdown';
import type { DeskPerson } from './desk';
import { PinPad } from './pin-pad';
import { sharedTablet } from './tablet';
import { digitsAfter, PIN_LENGTH, type PinKey, type Trouble } from './unlocking';

const words = texts.tabletLock.pin;

interface PinStepProps {
  person: DeskPerson;
  onBack: () => void;
  onBadge: () => void;
}

/** The PIN of the chosen person. The sixth digit is the end of it: nothing has to be confirmed. */
export function PinStep({ person, onBack, onBadge }: PinStepProps) {
  const { digits, busy, trouble, press, wait } = usePin(person);
  const isLocked = person.locked || trouble?.kind === 'locked';
  return (
    <Stack gap="md" w="100%" maw={480} style={{ alignSelf: 'start' }}>
      <PageHeader title={words.title(person.label)} />
      {/* Words come and go here; the keys must not slip away under a finger. */}
      <Box mih={76}>
        <Said person={person} isLocked={isLocked} busy={busy} trouble={trouble} wait={wait} />
      </Box>
      {person.hasPin && !isLocked && (
        <PinPad typed={digits.length} disabled={busy || wait > 0} onKey={press} />
      )}
      <Group gap="sm" w="100%" maw={380} mx="auto" grow>
        <Button size="lg" px="xs" variant="default" onClick={turningAway(onBack)}>
          {words.other}
        </Button>
        {person.hasBadge && (
          <Button size="lg" px="xs" variant="default" onClick={turningAway(onBadge)}>
            {words.useBadge}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Whoever comes next must not stand before the pages of somebody whose PIN was still being checked. */
function turningAway(go: () => void): () => void {
  return () => {
    sharedTablet.lock('asked');
    go();
  };
}

function usePin(person: DeskPerson) {
  const [digits, setDigits] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const wait = useCountdown();
  const send = async (pin: string) => {
    setBusy(true);
    const met = await sharedTablet.unlock({ accountId: person.accountId, pin });
    if (met?.kind === 'unreachable') return sharedTablet.addOnly(person, { pin });
    setTrouble(met);
    setDigits('');
    setBusy(false);
    if (met?.kind === 'paused') wait.start(met.seconds);
  };
  const press = (key: PinKey) => {
    const next = digitsAfter(digits, key);
    setDigits(next);
    if (next.length === PIN_LENGTH && next !== digits) void send(next);
  };
  // After a pause the pad is as good as new.
  const isOver = trouble?.kind === 'paused' && wait.left === 0 && !busy;
  useEffect(() => {
    if (isOver) setTrouble(null);
  }, [isOver]);
  return { digits, busy, trouble, press, wait: wait.left };
}

interface SaidProps {
  person: DeskPerson;
  isLocked: boolean;
  busy: boolean;
  trouble: Trouble | null;
  wait: number;
}

function Said({ person, isLocked, busy, trouble, wait }: SaidProps) {
  if (isLocked)
    return (
      <Alert
        role="alert"
        color="red"
        variant="light"
        icon={<IconLock aria-hidden />}
        title={words.lockedTitle}
      >
        {words.locked}
      </Alert>
    );
  if (!person.hasPin)
    return (
      <Alert color="sonne" variant="light" icon={<IconLock aria-hidden />} title={words.noneTitle}>
        {words.none}
      </Alert>
    );
  if (wait > 0)
    return (
      <Alert color="sonne" variant="light" icon={<IconHourglass aria-hidden />} title={words.pausedTitle}>
        <Text role="timer">{words.paused(formatWait(wait))}</Text>
      </Alert>
    );
  if (busy) return <Text role="status">{words.checking}</Text>;
  return trouble && <TroubleLine trouble={trouble} />;
}

function TroubleLine({ trouble }: { trouble: Trouble }) {
  if (trouble.kind !== 'other') return null;
  return (
    <Alert role="alert" color="red" variant="light" py="xs">
      <Text>{trouble.problem.message}</Text>
    </Alert>
  );
}
