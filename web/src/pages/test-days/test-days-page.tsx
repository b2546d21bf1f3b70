import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useHouses } from '../../features/bookings/use-houses';
import { hasRole, useSession } from '../../features/session/session';
import {
  readTestDayPage,
  type TestDay,
  type TestDayQuery,
  testDaysKey,
  type Wave,
} from '../../features/test-days/queries';
import { TestFiles } from '../../features/results/test-files';
import { TestDayList } from '../../features/test-days/test-day-list';
import { WAVES } from '../../features/test-days/waves';
import { texts } from '../../texts/de';
import { AddressSelect, FilterBar } from '../../ui/filter-bar';
import { NetworkMark } from '../../ui/needs-network';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.testDays;
const PARAMS = { house: 'einrichtung', wave: 'zeitpunkt', state: 'stand' };

/** What is open, planned and closed. */
export function TestDaysPage() {
  const { houses } = useHouses();
  const query = useTestDayQuery();
  const pages = usePages([...testDaysKey, 'list', query], (cursor, asking) =>
    readTestDayPage(asking, { ...query, cursor }),
  );
  const address = useAddress();
  const isFiltered = Object.values(PARAMS).some((param) => address.get(param) !== null);
  const isStaff = hasRole(useSession(), 'educator', 'institution_lead');
  return (
    <Stack gap="lg">
      <PageHeader title={words.title} intro={words.intro} action={isStaff && <PlanButton />} />
      <div>
        <Filters houses={houses} />
        <PagedView
          query={pages}
          empty={
            isFiltered ? (
              <Empty title={words.noneFiltered} />
            ) : (
              <Empty title={words.emptyTitle} action={isStaff && <PlanButton />}>
                {isStaff ? words.emptyText : words.emptyForCoach}
              </Empty>
            )
          }
        >
          {(days) => <Sections days={days} withHouse={houses.length > 1} />}
        </PagedView>
      </div>
      <Panel title={texts.results.files.title}>
        <TestFiles filter={{ institutionId: address.get(PARAMS.house) ?? undefined }} />
      </Panel>
      <Group gap="lg">
        <Anchor component={Link} href="/entwicklung" py={8}>
          {words.change} <NetworkMark />
        </Anchor>
        <Anchor component={Link} href="/testbatterien" py={8}>
          {words.batteries} <NetworkMark />
        </Anchor>
        <Anchor component={Link} href="/normrechner" py={8}>
          {words.calculator} <NetworkMark />
        </Anchor>
      </Group>
    </Stack>
  );
}

function PlanButton() {
  return (
    <Button
      component={Link}
      href="/testtage/neu"
      size="md"
      leftSection={<IconPlus size={20} aria-hidden />}
      rightSection={<NetworkMark />}
    >
      {words.plan}
    </Button>
  );
}

/** Days of the past that nobody has closed are still open. */
function Sections({ days, withHouse }: { days: readonly TestDay[]; withHouse: boolean }) {
  const { today } = useSession();
  const sections = [
    { title: words.sections.running, days: days.filter((day) => isOpen(day) && day.heldOn <= today) },
    { title: words.sections.ahead, days: days.filter((day) => isOpen(day) && day.heldOn > today).reverse() },
    { title: words.sections.closed, days: days.filter((day) => !isOpen(day)) },
  ];
  return (
    <Stack gap="xl">
      {sections
        .filter((section) => section.days.length > 0)
        .map((section) => (
          <section key={section.title}>
            <Title order={2} fz="xl" mb="sm">
              {section.title}
            </Title>
            <TestDayList days={section.days} withHouse={withHouse} />
          </section>
        ))}
    </Stack>
  );
}

function isOpen({ state }: TestDay): boolean {
  return state === 'planned';
}

function Filters({ houses }: { houses: readonly { id: string; name: string }[] }) {
  const { filters } = words;
  return (
    <FilterBar params={Object.values(PARAMS)}>
      {houses.length > 1 && (
        <AddressSelect
          label={filters.house}
          param={PARAMS.house}
          all={filters.all}
          options={houses.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AddressSelect
        label={filters.wave}
        param={PARAMS.wave}
        all={filters.all}
        options={WAVES.map((wave) => ({ value: wave, label: words.waves[wave] ?? wave }))}
      />
      <AddressSelect
        label={filters.state}
        param={PARAMS.state}
        all={filters.all}
        options={Object.entries(words.states).map(([value, label]) => ({ value, label }))}
      />
    </FilterBar>
  );
}

function useTestDayQuery(): TestDayQuery {
  const address = useAddress();
  const state = address.get(PARAMS.state);
  const wave = address.get(PARAMS.wave);
  return {
    institutionId: address.get(PARAMS.house) ?? undefined,
    wave: WAVES.find((known): known is Wave => known === wave),
    state: state === 'planned' || state === 'closed' ? state : undefined,
  };
}
