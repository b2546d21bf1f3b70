import { Alert, Anchor, List } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { useChosenMunicipality } from './city-filter';
import { duplicatesQuery } from './merge-requests';

const words = texts.merging;
const SHOWN = 5;

/** Entries that look alike, with the way to compare them; nothing where there are none. */
export function DuplicatesHint() {
  const { data = [] } = useQuery(duplicatesQuery(useChosenMunicipality()));
  if (data.length === 0) return null;
  return (
    <Alert color="gray" variant="light" mb="md" icon={<IconCopy aria-hidden />} title={words.hintTitle}>
      <List size="sm">
        {data.slice(0, SHOWN).map(({ first, second, reason }) => (
          <List.Item key={`${first.id} ${second.id}`}>
            {words.hint(first.name, second.name)} ({words.reasons[reason] ?? reason}){' '}
            <Anchor
              component={Link}
              inherit
              underline="always"
              href={`/einrichtungen/${first.id}/zusammenfuehren?mit=${second.id}`}
              aria-label={words.compareLabel(first.name, second.name)}
            >
              {words.compare}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
