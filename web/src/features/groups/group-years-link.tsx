import { Alert, Anchor, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { useCityFilter } from '../institutions/city-filter';
import { readGroupYears } from './queries';

const words = texts.groupYears.state;

/** How many of the houses that take part have not confirmed their groups of the running year, and the way to them. */
export function GroupYearsLink() {
  const { municipalityId } = useCityFilter();
  const { data } = useQuery({
    queryKey: ['groups', 'years', 'running', municipalityId],
    queryFn: () => readGroupYears({ participating: true, municipalityId, limit: 1 }),
    select: (page) => page.counts,
  });
  if (!data || data.houses === data.confirmed) return null;
  const question = municipalityId === undefined ? '' : `?kommune=${municipalityId}`;
  return (
    <Alert color="sonne" variant="light" icon={<IconUsersGroup aria-hidden />} title={words.title}>
      <Text size="sm">
        {words.open(formatInteger(data.houses - data.confirmed), formatInteger(data.houses))}{' '}
        <Anchor
          component={Link}
          inherit
          c="inherit"
          className="no-print"
          href={`/gruppen-stand${question}`}
          underline="always"
        >
          {words.who}
        </Anchor>
      </Text>
    </Alert>
  );
}
