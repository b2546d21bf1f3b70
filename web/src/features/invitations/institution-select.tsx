import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { institutionsKey, readInstitutions } from '../institutions/queries';

const words = texts.invitations;
const TYPING_PAUSE = 250;
const SHOWN = 20;

/** Takes `form.getInputProps(…)`. */
interface InstitutionSelectProps {
  value?: string;
  onChange: (id: string) => void;
  error?: React.ReactNode;
}

/** Finds an institution by a part of its name; the server searches, so that "muhle" finds "Mühle". */
export function InstitutionSelect({ value, onChange, error, ...input }: InstitutionSelectProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE);
  const found = useQuery({
    queryKey: [...institutionsKey, 'search', q],
    queryFn: () => readInstitutions({ q: q || undefined, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, name, districtName }) => ({
    value: id,
    label: `${name}, ${districtName}`,
  }));
  const missing = chosen && !options.some((option) => option.value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label={words.institution}
      placeholder={words.searchInstitution}
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
