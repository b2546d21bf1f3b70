import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StaffMember, Training } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { LedHouseSelect } from '../activities/led-house-select';
import { useHouse } from '../activities/use-house';
import { teamQuery } from '../staff/queries';
import { registrationsQuery } from './queries';
import { RegisterResults } from './register-results';
import { useRegister } from './use-register';

const words = texts.training.team;

/** The lead registers several people of the house at once. */
export function TeamPlaces({ training }: { training: Training }) {
  const { houses, house, choose } = useHouse({ led: true });
  const team = useQuery({ ...teamQuery(house?.id ?? ''), enabled: house !== null });
  if (!house) return null;
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        <Text c="dimmed">{words.intro}</Text>
        <LedHouseSelect houses={houses} house={house} onChoose={choose} />
        <QueryView query={team}>
          {(members) =>
            members.length === 0 ? (
              <NoTeam />
            ) : (
              <Choice key={house.id} training={training} members={members} />
            )
          }
        </QueryView>
      </Stack>
    </Panel>
  );
}

function NoTeam() {
  return (
    <Stack gap="sm" align="flex-start">
      <Text>{words.empty}</Text>
      <Button component={Link} href="/team" variant="default">
        {words.toTeam}
      </Button>
    </Stack>
  );
}

function Choice({ training, members }: { training: Training; members: readonly StaffMember[] }) {
  const { data: registrations = [] } = useQuery(registrationsQuery(training.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const { results, pending, send } = useRegister(training.id);
  const taken = new Set(
    registrations.filter(({ state }) => state !== 'withdrawn').map(({ staffMemberId }) => staffMemberId),
  );
  const open = members.filter(({ id }) => !taken.has(id));
  // In the order of the list, which is the order of arrival.
  const wanted = open.map(({ id }) => id).filter((id) => chosen.includes(id));
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? '';
  const submit = (ids: string[], despite = false) => void send(ids, despite).then(() => setChosen([]));
  return (
    <Stack gap="md" align="flex-start">
      {results.length > 0 && (
        <RegisterResults results={results} nameOf={nameOf} onDespite={(ids) => submit(ids, true)} />
      )}
      {open.length === 0 ? (
        <Text c="dimmed">{words.allRegistered}</Text>
      ) : (
        <>
          <Checkbox.Group label={words.choose} value={chosen} onChange={setChosen}>
            <Stack gap={4} mt="xs">
              {open.map(({ id, name, function: work }) => (
                <Checkbox
                  key={id}
                  value={id}
                  size="md"
                  py={6}
                  label={`${name}, ${texts.staff.functions[work] ?? work}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button size="md" loading={pending} disabled={wanted.length === 0} onClick={() => submit(wanted)}>
            {words.submit(wanted.length)}
          </Button>
        </>
      )}
    </Stack>
  );
}
