import { Alert, Anchor, Badge, List, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { NormSet } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';

const words = texts.norms;

/** Where a set of norms comes from, and what it is used for. */
export function NormFacts({ set }: { set: NormSet }) {
  return (
    <Panel title={words.about}>
      <Stack gap="md">
        {set.derived && (
          <Alert color="orange" variant="light" icon={<IconInfoCircle aria-hidden />}>
            {words.derivedText}
          </Alert>
        )}
        <Facts>
          <Fact term={words.population}>{set.population}</Fact>
          <Fact term={words.years}>{set.years}</Fact>
          <Fact term={words.licence}>{set.licence}</Fact>
        </Facts>
        <Long term={words.source}>{set.source}</Long>
        {set.note !== null && <Long term={words.note}>{set.note}</Long>}
        <Long term={words.usedBy}>
          <UsedBy set={set} />
        </Long>
      </Stack>
    </Panel>
  );
}

/** What needs the whole width to be read. */
function Long({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {term}
      </Text>
      <Text component="div" maw={760} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {children}
      </Text>
    </div>
  );
}

function UsedBy({ set }: { set: NormSet }) {
  if (set.usedBy.length === 0) return <Text c="dimmed">{words.usedByNone}</Text>;
  return (
    <List listStyleType="none">
      {set.usedBy.map(({ batteryId, title, version, itemCodes }) => (
        <List.Item key={batteryId}>
          <Anchor component={Link} href={`/testbatterien/${batteryId}`} underline="always">
            {title}, {texts.batteries.version(version)}
          </Anchor>{' '}
          ({titlesOf(set, itemCodes)})
        </List.Item>
      ))}
    </List>
  );
}

/** The names of tasks that the set knows. */
export function titlesOf({ items }: NormSet, codes: readonly string[]): string {
  return items
    .filter(({ itemCode }) => codes.includes(itemCode))
    .map(({ itemTitle }) => itemTitle)
    .join(', ');
}

export function VersionBadges({
  version,
  current,
  derived = false,
}: {
  version: number;
  current: boolean;
  derived?: boolean;
}) {
  return (
    <>
      <Badge variant="outline" color="gray">
        {texts.batteries.version(version)}
      </Badge>
      {!current && (
        <Badge variant="light" color="gray">
          {texts.batteries.formerVersion}
        </Badge>
      )}
      {derived && (
        <Badge variant="outline" color="gray">
          {words.derived}
        </Badge>
      )}
    </>
  );
}
