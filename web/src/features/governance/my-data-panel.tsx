import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';

const words = texts.governance;

/** Everything that is stored of oneself, as a file. */
export function MyDataPanel() {
  return (
    <Panel title={words.myData}>
      <Stack gap="md">
        <Text c="dimmed">{words.myDataText}</Text>
        <Group>
          <Button
            component="a"
            href="/api/account/personal-data"
            download
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
          >
            {words.download}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
