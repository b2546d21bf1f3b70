import { Stack } from '@mantine/core';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { useHouse } from '../../features/activities/use-house';
import { StaffList } from '../../features/staff/staff-list';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';

const words = texts.staff;

/** Who works in a house, for its lead. */
export function TeamPage() {
  const { houses, house, choose } = useHouse({ led: true });
  if (!house) return null;
  return (
    <Stack gap="lg">
      <PageHeader title={words.title} intro={words.intro} />
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <StaffList key={house.id} institutionId={house.id} />
    </Stack>
  );
}
