import { Flex, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { CountOf } from './cell-words';
import { cellsQuery } from './queries';

const words = texts.motorSkills.headline;
const KINDS = [null, 'kita', 'school'] as const;

/** How many children were tested, in the whole city. */
export function HeadlinePanel({ detail }: { detail: PublicationDetail }) {
  const tested = useQuery(
    cellsQuery(detail.id, { block: 'tested', scheme: 'region', place: 'all', sex: 'all', ageBand: 'all' }),
  );
  return (
    <Panel title={words.title}>
      <QueryView query={tested} loading={<Skeletons rows={1} />}>
        {(cells) => (
          <SimpleGrid component="dl" cols={{ base: 1, xs: 3 }} spacing="sm" m={0}>
            {KINDS.map((kind) => (
              <Flex key={kind ?? 'all'} direction="column-reverse" justify="flex-end">
                <Text component="dt">{kind === null ? words.tested : words[kind]}</Text>
                <Text component="dd" m={0} fw={700} fz={28} className="numbers">
                  <CountOf cell={cells.find((cell) => cell.kind === kind)} />
                </Text>
              </Flex>
            ))}
          </SimpleGrid>
        )}
      </QueryView>
      <Text size="sm" c="dimmed" mt="sm" maw={760}>
        {words.text} {texts.motorSkills.rounded}
      </Text>
    </Panel>
  );
}
