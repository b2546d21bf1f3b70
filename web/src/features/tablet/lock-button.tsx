import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { isTablet } from './mark';
import { sharedTablet } from './tablet';

const words = texts.tabletLock;
const lock = () => sharedTablet.lock('asked');

/** Locks the shared tablet, always in reach; beside it who works there. */
export function LockButton({ name }: { name: string }) {
  return (
    <Group gap="sm" wrap="nowrap" className="no-print">
      <Text fw={500} lineClamp={1} visibleFrom="xs" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Button
        variant="light"
        size="md"
        // Beside the name of the application on the narrowest phones, too.
        px={{ base: 'sm', xs: 'lg' }}
        flex="none"
        leftSection={<IconLock size={20} aria-hidden />}
        onClick={lock}
      >
        {words.lock}
      </Button>
    </Group>
  );
}

/** The same where every line belongs to the number pad. Nothing on any other device. */
export function SmallLockButton() {
  if (!isTablet()) return null;
  return (
    <ActionIcon variant="light" size={44} radius="md" hiddenFrom="md" aria-label={words.lock} onClick={lock}>
      <IconLock size={22} aria-hidden />
    </ActionIcon>
  );
}
