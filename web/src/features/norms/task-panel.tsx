import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { BatteryItem } from '../../api/types';
import { texts } from '../../texts/de';
import { Fact, Facts } from '../../ui/facts';
import { Panel } from '../../ui/panel';
import { clockWords, rangeWords, ruleWords } from './protocol-words';

const words = texts.batteries;

/** A task of a battery: how it is done, what counts, what is needed. */
export function TaskPanel({ item: { position, optional, protocol, norm } }: { item: BatteryItem }) {
  return (
    <Panel
      title={`${position}. ${protocol.itemTitle}`}
      action={
        <Group gap="xs">
          {optional && <Badge variant="light">{words.optional}</Badge>}
          <Badge variant="outline" color="gray">
            {words.version(protocol.version)}
          </Badge>
        </Group>
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="md">
          <Paragraph title={words.howTo}>{protocol.instructions}</Paragraph>
          <Paragraph title={words.counts}>{protocol.counting}</Paragraph>
        </Stack>
        <Facts>
          <Fact term={words.material}>{protocol.material}</Fact>
          <Fact term={words.rule}>{ruleWords(protocol)}</Fact>
          <Fact term={words.values}>{rangeWords(protocol)}</Fact>
          <Fact term={words.clock}>{clockWords(protocol)}</Fact>
          <Fact term={words.scoredBy}>
            {norm ? (
              <Anchor component={Link} href={`/normtabellen/${norm.normSetId}?aufgabe=${protocol.itemCode}`}>
                {norm.title}
              </Anchor>
            ) : protocol.better === null ? (
              words.scoredByNothing
            ) : (
              words.scoredByNone
            )}
          </Fact>
        </Facts>
      </SimpleGrid>
    </Panel>
  );
}

function Paragraph({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }} maw={560}>
        {children}
      </Text>
    </div>
  );
}
