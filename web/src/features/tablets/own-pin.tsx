import { Alert, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { OwnProof } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant, formatInstantDate } from '../../ui/format';
import { PinForm } from './pin-form';
import { ownProofQuery } from './queries';

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
          {pinSetAt !== null && <RemovePin />}
        </Group>
      )}
    </>
  );
}

function RemovePin() {
  const queries = useQueryClient();
  const remove = async () => {
    await unwrap(api.DELETE('/api/account/pin'));
    announce(words.removed);
    await queries.invalidateQueries(ownProofQuery);
  };
  return (
    <ConfirmButton
      label={words.remove}
      question={words.removeQuestion}
      text={words.removeText}
      confirmLabel={words.remove}
      onConfirm={remove}
    />
  );
}
