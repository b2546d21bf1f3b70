import { Stack } from '@mantine/core';
import { LedHouseSelect } from '../features/activities/led-house-select';
import { useHouse } from '../features/activities/use-house';
import { TabletPeople } from '../features/tablets/tablet-people';
import { TabletsPanel } from '../features/tablets/tablets-panel';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';

const words = texts.tablets;

/** The shared tablets of a house and the people who unlock them, for its lead. */
export function TabletsPage() {
  const { houses, house, choose } = useHouse({ led: true });
  if (!house) return null;
  return (
    <Stack gap="lg" maw={860}>
      <PageHeader title={words.title} intro={words.intro} />
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <TabletsPanel key={house.id} institutionId={house.id} />
      <TabletPeople institutionId={house.id} />
    </Stack>
  );
}
