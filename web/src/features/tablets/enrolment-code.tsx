import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Enrolment, Tablet } from '../../api/types';
import { texts } from '../../texts/de';
import { QrCode } from '../../ui/qr-code';
import { useCountdown } from '../../ui/use-countdown';
import { tabletsQuery } from './queries';

const words = texts.tablets.code;
const LONGEST_SECONDS = 600;
/** How often to look whether the device has used it. */
const ASK_EVERY_MS = 3000;

interface EnrolmentCodeProps {
  tablet: Tablet;
  enrolment: Enrolment;
  onAgain: () => Promise<void>;
  onDone: () => void;
}

/** The one-time code for the device, as long as it is good, and that it has been used. */
export function EnrolmentCode({ tablet, enrolment, onAgain, onDone }: EnrolmentCodeProps) {
  const left = useTimeLeft(enrolment);
  const isUsed = useIsUsed(tablet);
  if (isUsed) {
    return (
      <Stack gap="md">
        <Alert color="wiese" icon={<IconCheck aria-hidden />} role="status">
          {words.used}
        </Alert>
        <Group>
          <Button size="lg" onClick={onDone}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      {left > 0 && <Code enrolment={enrolment} />}
      <Text fw={600} role="timer">
        {left > 0 ? words.left(clock(left)) : words.over}
      </Text>
      {left === 0 && (
        <Group>
          <Button onClick={() => void onAgain()}>{words.again}</Button>
        </Group>
      )}
    </Stack>
  );
}

function Code({ enrolment: { link } }: { enrolment: Enrolment }) {
  return (
    <>
      <List type="ordered" spacing="xs">
        {words.steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      <QrCode value={link} label={words.qr} />
      <TextInput
        label={words.link}
        value={link}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </>
  );
}

/** Seconds; by this device's clock, but never more than a code lasts. */
function useTimeLeft({ expiresAt }: Enrolment): number {
  const { left, start } = useCountdown();
  useEffect(() => {
    const seconds = Math.round((Date.parse(expiresAt) - Date.now()) / 1000);
    start(seconds > 0 ? Math.min(seconds, LONGEST_SECONDS) : LONGEST_SECONDS);
  }, [expiresAt, start]);
  return left;
}

/** Whether a device has become the tablet since the code was shown. */
function useIsUsed(tablet: Tablet): boolean {
  const { data = [] } = useQuery({ ...tabletsQuery(tablet.institutionId), refetchInterval: ASK_EVERY_MS });
  const now = data.find(({ id }) => id === tablet.id);
  return now !== undefined && now.enrolledAt !== null && now.enrolledAt !== tablet.enrolledAt;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
