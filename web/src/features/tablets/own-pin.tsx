import { Alert, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import type { OwnProof } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInstant, formatInstantDate } from '../../ui/format';
import { PinForm } from './pin-form';
import { RemoveProof } from './remove-proof';

const words = texts.tabletProofs.pin;

/** Whether there is a PIN, and the way to another one. */
export function OwnPin({ proof: { pinSetAt, pinLockedAt } }: { proof: OwnProof }) {
  const [choosing, { open, close }] = useDisclosure(false);
  return (
    <>
      <Text>{pinSetAt === null ? words.none : words.since(formatInstantDate(pinSetAt))}</Text>
      {pinLockedAt !== null && (
        <Alert color="sonne" icon={<IconLock aria-hidden />}>
          {words.locked(formatInstant(pinLockedAt))}
        </Alert>
      )}
      {choosing ? (
        <PinForm onDone={close} />
      ) : (
        <Group gap="sm">
          <Button variant="default" onClick={open}>
            {pinSetAt === null ? words.choose : words.change}
          </Button>
          {pinSetAt !== null && <RemoveProof kind="pin" />}
        </Group>
      )}
    </>
  );
}
