import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { peopleKey, personQuery, readPeople } from '../people/queries';

const words = texts.trail;
const TYPING_PAUSE = 250;
const SHOWN = 20;

/** A person bound to a parameter of the address; found by a part of the name. */
export function PersonFilter({ param }: { param: string }) {
  const address = useAddress();
  const id = address.get(param);
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...personQuery(id ?? ''), enabled: id !== null });
  const name = chosen.data?.name;
  const [q] = useDebouncedValue(typed === name ? '' : typed.trim(), TYPING_PAUSE);
  const found = useQuery({
    queryKey: [...peopleKey, 'search', q],
    queryFn: () => readPeople({ q: q || undefined, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.items ?? []).map((person) => ({ value: person.id, label: person.name }));
  const missing = id !== null && name !== undefined && !people.some(({ value }) => value === id);
  return (
    <Select
      label={words.person}
      placeholder={words.personHint}
      searchable
      clearable
      data={missing ? [{ value: id, label: name }, ...people] : people}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={id}
      onChange={(value) => address.set({ [param]: value })}
      nothingFoundMessage={texts.invitations.nothingFound}
      clearButtonProps={{ 'aria-label': texts.common.resetFilters }}
    />
  );
}
