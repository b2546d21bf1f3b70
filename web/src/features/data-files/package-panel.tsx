import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBook2, IconFileZip } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { hasRole, useSession } from '../session/session';
import { exportHref } from './export-href';
import type { DataFilter } from './use-data-filter';

const { package: words, codebook } = texts.dataFiles;

/** Everything at once, and what its columns mean. */
export function PackagePanel({ filter: { municipalityId, schoolYear } }: { filter: DataFilter }) {
  const aboutChildren = hasRole(useSession(), 'educator', 'institution_lead', 'coach');
  return (
    <Panel title={words.title}>
      <Stack gap="md" align="flex-start">
        <Text>
          {words.text} {aboutChildren ? words.children : words.noChildren}
        </Text>
        <Button
          component="a"
          href={exportHref('package.zip', { municipalityId, schoolYear })}
          download
          leftSection={<IconFileZip size={20} aria-hidden />}
        >
          {words.download}
        </Button>
        <Text>{codebook.text}</Text>
        <Group gap="sm">
          <Codebook type="html" label={codebook.html} />
          <Codebook type="csv" label={codebook.csv} />
        </Group>
      </Stack>
    </Panel>
  );
}

function Codebook({ type, label }: { type: 'html' | 'csv'; label: string }) {
  return (
    <Button
      component="a"
      href={exportHref(`codebook.${type}`)}
      download
      variant="default"
      leftSection={<IconBook2 size={20} aria-hidden />}
    >
      {label}
    </Button>
  );
}
