import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobilePlus } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { installing, isApple, isInstalled } from '../../device/installing';
import { texts } from '../../texts/de';

const words = texts.device.install;

/** How the application gets onto the home screen: by a button where the browser offers it, else in words. */
export function InstallPanel() {
  const isOffered = useSyncExternalStore(installing.subscribe, installing.isOffered);
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz="lg">
        {words.title}
      </Title>
      <Paper withBorder radius="lg" p="lg">
        {isInstalled() ? (
          <Text>{words.installed}</Text>
        ) : (
          <Group gap="md" justify="space-between">
            <Text flex="1 1 260px">
              {words.intro} {!isOffered && (isApple() ? words.apple : words.other)}
            </Text>
            {isOffered && (
              <Button
                leftSection={<IconDeviceMobilePlus size={20} aria-hidden />}
                onClick={() => void installing.install()}
              >
                {words.action}
              </Button>
            )}
          </Group>
        )}
      </Paper>
    </Stack>
  );
}
