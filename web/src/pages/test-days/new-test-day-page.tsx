import { Stack } from '@mantine/core';
import { useLocation } from 'wouter';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { useHouse } from '../../features/activities/use-house';
import { PlanForm } from '../../features/test-days/plan-form';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';

const words = texts.testDays.form;

/** The staff of a house plans a test day. */
export function NewTestDayPage() {
  const [, navigate] = useLocation();
  const { houses, house, choose } = useHouse();
  const saved = (id: string) => {
    announce(words.created);
    navigate(`/testtage/${id}`);
  };
  if (!house) return null;
  return (
    <Stack gap="lg" maw={860}>
      <div>
        <BackLink href="/testtage">{words.back}</BackLink>
        <PageHeader title={words.newTitle} intro={words.newIntro} />
      </div>
      <LedHouseSelect houses={houses} house={house} onChoose={choose} />
      <PlanForm key={house.id} institutionId={house.id} day={null} onSaved={saved} />
    </Stack>
  );
}
