import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import type { RemindedHouse } from './queries';

const words = texts.completeness.reminder;
const OTHERS = ['no_address', 'recent', 'complete', 'not_participating', 'archived'] as const;

/** Who is reminded, and of the others why not. */
export function ReminderList({ houses }: { houses: readonly RemindedHouse[] }) {
  const ready = houses.filter(({ state }) => state === 'ready');
  return (
    <Stack gap="md">
      {ready.length === 0 ? (
        <Text>{words.nobody}</Text>
      ) : (
        <Houses title={words.ready(ready.length)} houses={ready} />
      )}
      {OTHERS.map((state) => {
        const those = houses.filter((house) => house.state === state);
        return those.length > 0 && <Houses key={state} title={words[state]} houses={those} />;
      })}
    </Stack>
  );
}

function Houses({ title, houses }: { title: string; houses: readonly RemindedHouse[] }) {
  return (
    <div>
      <Title order={3} fz="md" mb={4}>
        {title}
      </Title>
      <List size="sm" spacing={4}>
        {houses.map((house) => (
          <List.Item key={house.institutionId}>
            <Text span fw={600} inherit>
              {house.name}
            </Text>
            <Detail house={house} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Detail({ house: { institutionId, state, remindedOn, recipients } }: { house: RemindedHouse }) {
  if (state === 'no_address') {
    return (
      <>
        {' · '}
        <Anchor component={Link} href={`/einrichtungen/${institutionId}/bearbeiten`} inherit>
          {words.addAddress}
        </Anchor>
      </>
    );
  }
  if (state === 'recent' && remindedOn !== null) return ` · ${formatDate(remindedOn)}`;
  const names = recipients.map(({ name, address }) => name ?? words.houseItself(address));
  return names.length > 0 && ` · ${names.join(', ')}`;
}
