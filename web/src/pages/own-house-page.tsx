import { Group, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { MatterCard } from '../features/own-house/matter-card';
import { MATTERS } from '../features/own-house/matters';
import { SchoolYearSelect, useSchoolYear } from '../features/overview/school-year-select';
import { type SeenHouse, useSeenHouses } from '../features/institutions/use-seen-houses';
import { texts } from '../texts/de';
import { formatSchoolYear } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Empty, Skeletons } from '../ui/states';

const words = texts.ownHouse;

/** The figures of the own house, for those who make them: staff, lead and coach. */
export function OwnHousePage() {
  const { houses, house, choose, pending } = useSeenHouses();
  const schoolYear = useSchoolYear();
  if (pending) return <Skeletons />;
  return (
    <div>
      <PageHeader
        title={house && !house.keeps && houses.length > 1 ? words.titleCoach : words.title}
        intro={house && words.intro(house.name, formatSchoolYear(schoolYear))}
      />
      {house ? (
        <>
          <Choices houses={houses} house={house} onChoose={choose} />
          <Matters house={house} schoolYear={schoolYear} />
        </>
      ) : (
        <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
      )}
    </div>
  );
}

interface ChoicesProps {
  houses: readonly SeenHouse[];
  house: SeenHouse;
  onChoose: (id: string) => void;
}

function Choices({ houses, house, onChoose }: ChoicesProps) {
  return (
    <Group gap="md" align="flex-end" mb="md" className="no-print">
      {houses.length > 1 && (
        <NativeSelect
          label={texts.activities.add.house}
          size="md"
          maw={400}
          data={houses.map(({ id, name }) => ({ value: id, label: name }))}
          value={house.id}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      )}
      <SchoolYearSelect />
    </Group>
  );
}

function Matters({ house, schoolYear }: { house: SeenHouse; schoolYear: number }) {
  return (
    <>
      <SimpleGrid
        component="ul"
        aria-label={words.title}
        cols={{ base: 1, md: 2 }}
        spacing="md"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {MATTERS.map((matter) => (
          <MatterCard key={matter.code} matter={matter} filter={{ schoolYear, institutionId: house.id }} />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="md">
        {words.whoSees}
      </Text>
    </>
  );
}
