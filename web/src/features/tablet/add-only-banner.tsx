import { Alert, Button, Group, Text } from '@mantine/core';
import { IconWifiOff } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { sealedDrafts, sharedTablet } from './tablet';
import { useTablet } from './use-tablet';

const words = texts.tabletLock.addOnly;

/** Says what works while nobody could check the PIN; loud once it is known to be wrong. */
export function AddOnlyBanner() {
  const { sitting } = useTablet();
  if (sitting?.kind !== 'add_only') return null;
  return (
    <Alert
      role={sitting.refused ? 'alert' : 'status'}
      color="sonne"
      variant="light"
      py="xs"
      mb="md"
      icon={<IconWifiOff aria-hidden />}
    >
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {sitting.refused ? words.refused : words.banner}
          {!sealedDrafts.lasting && ` ${words.unkept}`}
        </Text>
        {sitting.refused && (
          <Button variant="default" onClick={() => sharedTablet.lock('asked')}>
            {words.again}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
