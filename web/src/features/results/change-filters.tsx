import { Box, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { schoolYearOf } from '../../ui/format';
import { groupsQuery } from '../activities/queries';
import type { HouseName } from '../bookings/use-houses';
import type { Season } from './periods';

const words = texts.results.change;

/** The names of the filters in the address. */
export const changeParams = {
  house: 'einrichtung',
  group: 'gruppe',
  before: 'vorher',
  after: 'nachher',
} as const;

interface ChangeFiltersProps {
  houses: readonly HouseName[];
  house: HouseName;
  seasons: readonly Season[];
  before: Season;
  after: Season;
}

/** Whose children, and which two periods. */
export function ChangeFilters({ houses, house, seasons, before, after }: ChangeFiltersProps) {
  const { data: groups = [] } = useQuery(groupsQuery(house.id, schoolYearOf(before.from)));
  const options = seasons.map(({ key, label }) => ({ value: key, label }));
  return (
    <Box>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" className="no-print">
        {houses.length > 1 && (
          <AddressSelect
            label={words.house}
            param={changeParams.house}
            options={houses.map(({ id, name }) => ({ value: id, label: name }))}
            fallback={house.id}
            clears={[changeParams.group]}
          />
        )}
        <AddressSelect
          label={words.group}
          param={changeParams.group}
          all={words.allGroups}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <AddressSelect
          label={words.before}
          param={changeParams.before}
          options={options}
          fallback={before.key}
          clears={[changeParams.group]}
        />
        <AddressSelect
          label={words.after}
          param={changeParams.after}
          options={options}
          fallback={after.key}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="xs">
        {words.windows}
      </Text>
    </Box>
  );
}
