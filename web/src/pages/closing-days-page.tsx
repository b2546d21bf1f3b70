import { Stack } from '@mantine/core';
import { LedHouseSelect } from '../features/activities/led-house-select';
import { useHouse } from '../features/activities/use-house';
import { ClosingDaysPanel } from '../features/calendar/closing-days-panel';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';

const words = texts.closingDays;

/** When a house is closed, for its lead. */
export function ClosingDaysPage() {
  const { houses, house, choose } = useHouse({ led: true });
  if (!house) return null;
  return (
    <Stack gap="lg" maw={860}>
      <PageHeader title={words.title} intro={words.intro} />
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <ClosingDaysPanel key={house.id} institutionId={house.id} title={house.name} editable />
    </Stack>
  );
}
