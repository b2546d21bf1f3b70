import { Alert, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp, IconCloudX } from '@tabler/icons-react';
import { texts } from '../texts/de';
import classes from './outbox-line.module.css';
import { OutboxDrawer } from './outbox-drawer';
import type { OutboxSnapshot } from './outbox';
import { useOutbox } from './use-outbox';

const words = texts.outbox;

/** One quiet line that always says whether everything has arrived; loud only when someone has to act. */
export function OutboxLine() {
  const snapshot = useOutbox();
  const [opened, { open, close }] = useDisclosure(false);
  const status = statusOf(snapshot);
  return (
    <div className="no-print">
      <Group className={classes.line} data-state={status.state} gap={8} wrap="nowrap">
        <status.icon size={20} stroke={1.7} aria-hidden />
        <Text size="sm" role="status" inherit>
          {status.text}
        </Text>
        {/* A moment's sending must not make the line longer: on a phone it would push the number pad away. */}
        {snapshot.entries.length > 0 && status.state !== 'sending' && (
          <Button variant="subtle" size="compact-md" onClick={open}>
            {words.show}
          </Button>
        )}
      </Group>
      {!snapshot.lasting && (
        <Alert color="sonne" variant="light" mt="xs" icon={<IconAlertTriangle aria-hidden />}>
          {words.notKept}
        </Alert>
      )}
      <OutboxDrawer opened={opened && snapshot.entries.length > 0} onClose={close} />
    </div>
  );
}

function statusOf({ entries, sending }: OutboxSnapshot) {
  const stuck = entries.filter((entry) => entry.state === 'needs_help').length;
  if (stuck > 0) return { state: 'help', icon: IconCloudX, text: words.needsHelp(stuck) };
  if (sending && entries.length > 0) return { state: 'sending', icon: IconCloudUp, text: words.sending };
  if (entries.length > 0) return { state: 'waiting', icon: IconCloudUp, text: words.waiting(entries.length) };
  return { state: 'done', icon: IconCloudCheck, text: words.allSent };
}
