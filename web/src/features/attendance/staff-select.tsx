import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';

const words = texts.attendance.add;
const TYPING_PAUSE = 250;
const SHOWN = 20;

/** Takes `form.getInputProps(…)`. */
interface StaffSelectProps {
  municipalityId: string;
  value?: string;
  onChange: (id: string) => void;
  error?: React.ReactNode;
}

/** Finds somebody of a municipality's teams by a part of the name; the server searches. */
export function StaffSelect({ municipalityId, value, onChange, error, ...input }: StaffSelectProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE);
  const found = useQuery({
    queryKey: ['staff-members', 'search', municipalityId, q],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff-members', {
          params: { query: { municipalityId, q: q || undefined, limit: SHOWN } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, name, institutionName }) => ({
    value: id,
    label: [name, institutionName].filter(Boolean).join(', '),
  }));
  const missing = chosen && !options.some((option) => option.value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label={words.staffMember}
      description={words.staffMemberHint}
      searchable
      data={[...missing, ...options]}
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ? value : null}
      onChange={(id, option) => {
        setChosen(option ? { value: option.value, label: option.label } : null);
        onChange(id ?? '');
      }}
      nothingFoundMessage={words.nothingFound}
      rightSection={found.isFetching ? <Loader size="xs" /> : undefined}
      error={error}
      {...input}
    />
  );
}
