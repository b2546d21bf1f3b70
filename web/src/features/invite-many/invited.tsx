import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconMailForward, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { saveFile } from '../../ui/save-file';
import { linkFile } from './link-file';
import type { InvitedPeople } from './requests';
import { Slips } from './slips';

const words = texts.inviteMany;

/** Who has been invited, and the links, this once: as slips of paper and as a table. */
export function Invited({ invited: { items, mailing } }: { invited: InvitedPeople }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="lg">
      <Stack gap="md" className="no-print">
        <Title order={2} fz="xl" tabIndex={-1} ref={heading}>
          {words.doneTitle(items.length)}
        </Title>
        {mailing && (
          <Alert color="green" variant="light" icon={<IconMailForward aria-hidden />}>
            {words.mailing}
          </Alert>
        )}
        <Text maw={640}>{words.once}</Text>
        <Group gap="sm">
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={20} aria-hidden />}
            onClick={() => saveFile(linkFile(items), words.linksFile)}
          >
            {words.links}
          </Button>
          <Button component={Link} href="/konten?ansicht=einladungen" variant="subtle">
            {words.toPeople}
          </Button>
        </Group>
      </Stack>
      <Slips people={items} />
    </Stack>
  );
}
