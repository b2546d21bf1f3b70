import { Button, Loader, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffMember, Training } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { readStaff, staffKey } from '../staff/queries';
import { RegisterResults } from './register-results';
import { useRegister } from './use-register';

const words = texts.training.team;
const TYPING_PAUSE = 250;
const SHOWN = 20;

/** The coordinator registers anybody of the municipality. */
export function AnyonePlace({ training }: { training: Training }) {
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [registered, setRegistered] = useState('');
  const [typed, setTyped] = useState('');
  const { results, pending, send } = useRegister(training.id);
  const { options, searching } = useFound(
    training.municipalityId,
    typed === chosen?.label ? '' : typed.trim(),
  );
  const missing = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : [];
  const submit = () => {
    if (!chosen) return;
    setRegistered(chosen.label);
    void send([chosen.value]).then(() => setChosen(null));
  };
  return (
    <Panel title={words.anyone}>
      <Stack gap="md" align="flex-start">
        <Select
          w="100%"
          maw={480}
          label={words.anyoneLabel}
          searchable
          data={[...missing, ...options]}
          filter={({ options: all }) => all}
          searchValue={typed}
          onSearchChange={setTyped}
          value={chosen?.value ?? null}
          onChange={(_, option) => setChosen(option ? { value: option.value, label: option.label } : null)}
          nothingFoundMessage={words.nothingFound}
          rightSection={searching ? <Loader size="xs" /> : undefined}
        />
        <Button loading={pending} disabled={!chosen} onClick={submit}>
          {words.submit(0)}
        </Button>
        {results.length > 0 && (
          <RegisterResults
            results={results}
            nameOf={() => registered}
            onDespite={(ids) => void send(ids, true)}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** People of the municipality whose name holds the text, as options of a list. */
function useFound(municipalityId: string, text: string) {
  const [q] = useDebouncedValue(text, TYPING_PAUSE);
  const { data, isFetching } = useQuery({
    queryKey: [...staffKey, 'search', municipalityId, q],
    queryFn: () => readStaff({ municipalityId, q: q || undefined, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const options = (data?.items ?? []).map((member) => ({ value: member.id, label: labelOf(member) }));
  return { options, searching: isFetching };
}

function labelOf({ name, positions, institutionName }: StaffMember): string {
  const houses = positions.filter(({ until }) => until === null).map((position) => position.institutionName);
  return `${name}, ${houses.length > 0 ? houses.join(', ') : (institutionName ?? '')}`;
}
