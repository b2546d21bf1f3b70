import { Button, Stack } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { LedHouseSelect } from '../features/activities/led-house-select';
import { useHouse } from '../features/activities/use-house';
import { GroupsPanel } from '../features/groups/groups-panel';
import { startPath } from '../features/imports/paths';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';

const words = texts.house.groups;

/** The groups of a house by school year, for its lead. */
export function GroupsPage() {
  const { houses, house, choose } = useHouse({ led: true });
  if (!house) return null;
  return (
    <Stack gap="lg" maw={860}>
      <PageHeader title={words.title} intro={words.intro} action={<ImportButton />} />
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <GroupsPanel key={house.id} institutionId={house.id} title={house.name} editable />
    </Stack>
  );
}

function ImportButton() {
  return (
    <Button
      component={Link}
      href={startPath.groups}
      variant="default"
      size="sm"
      leftSection={<IconFileUpload size={18} aria-hidden />}
    >
      {texts.imports.kinds.groups.open}
    </Button>
  );
}
