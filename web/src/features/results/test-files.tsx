import { Group, Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { DownloadMenu } from '../overview/download-menu';

const words = texts.results.files;

/** What was measured, as files for the own evaluation. */
export function TestFiles({ filter }: { filter: Readonly<Record<string, string | undefined>> }) {
  return (
    <Stack gap="sm" className="no-print">
      <Text>{words.intro}</Text>
      <Group gap="sm">
        <DownloadMenu of="assessments-wide" filter={filter} label={words.wide} />
        <DownloadMenu of="assessments-long" filter={filter} label={words.long} />
      </Group>
    </Stack>
  );
}
