import { Button, Group, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { useAddress } from '../../ui/use-address';
import { focusAreasQuery } from '../activities/queries';
import { institutionQuery } from '../institutions/queries';
import { focusParam, fromParam, institutionParam, toParam } from './activity-filter';
import { OverviewFilters } from './overview-filters';

const words = texts.overview.activities;

/** What the list of activities can be narrowed by. */
export function ActivityFilters() {
  const { data: focusAreas = [] } = useQuery(focusAreasQuery);
  return (
    <>
      <OneInstitution />
      <OverviewFilters params={[focusParam, fromParam, toParam, institutionParam]}>
        <AddressSelect
          label={words.focusArea}
          param={focusParam}
          options={focusAreas.map(({ code, title }) => ({ value: code, label: title }))}
          all={words.allFocusAreas}
        />
        <AddressDate label={words.from} param={fromParam} />
        <AddressDate label={words.to} param={toParam} />
      </OverviewFilters>
    </>
  );
}

/** A date bound to a parameter of the address. */
function AddressDate({ label, param }: { label: string; param: string }) {
  const address = useAddress();
  return (
    <TextInput
      type="date"
      label={label}
      value={address.get(param) ?? ''}
      onChange={({ currentTarget }) => address.set({ [param]: currentTarget.value })}
    />
  );
}

/** Says that the list is about one house only, and leads back to all. */
function OneInstitution() {
  const address = useAddress();
  const id = address.get(institutionParam);
  const { data } = useQuery({ ...institutionQuery(id ?? ''), enabled: id !== null });
  if (id === null) return null;
  return (
    <Group gap="xs" mb="md">
      <Text fw={600}>{data && words.onlyInstitution(data.name)}</Text>
      <Button variant="subtle" size="sm" onClick={() => address.set({ [institutionParam]: null })}>
        {words.allInstitutions}
      </Button>
    </Group>
  );
}
