import { Box, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { NormItem, NormSet } from '../../api/types';
import { CurvePanel } from '../../features/norms/curve-panel';
import { NormFacts, VersionBadges } from '../../features/norms/norm-facts';
import { formatNumber } from '../../features/norms/numbers';
import { curveQuery, normSetQuery, type Sex } from '../../features/norms/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { AddressSelect } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useAddress } from '../../ui/use-address';

const words = texts.norms;
const TASK = 'aufgabe';

/** A set of norms: where it comes from, and its curves. */
export function NormSetPage() {
  const { id = '' } = useParams();
  const set = useQuery(normSetQuery(id));
  return (
    <div>
      <BackLink href="/normtabellen">{words.back}</BackLink>
      <QueryView query={set}>{(shown) => <Shown set={shown} />}</QueryView>
    </div>
  );
}

function Shown({ set }: { set: NormSet }) {
  const wanted = useAddress().get(TASK);
  const item = set.items.find(({ itemCode }) => itemCode === wanted) ?? set.items[0];
  return (
    <Stack gap="md">
      <PageHeader
        title={set.title}
        intro={
          <Group gap="xs">
            <VersionBadges {...set} />
          </Group>
        }
      />
      <NormFacts set={set} />
      {item && (
        <Stack component="section" gap="md" aria-label={words.curves}>
          <Box maw={400}>
            <AddressSelect
              label={words.task}
              param={TASK}
              options={set.items.map(({ itemCode, itemTitle }) => ({ value: itemCode, label: itemTitle }))}
              fallback={item.itemCode}
            />
          </Box>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            {item.ranges.map(({ sex, ageFrom, ageTo }) => (
              <Stack key={sex} gap={6}>
                <Curve set={set} item={item} sex={sex as Sex} />
                <Text size="sm" c="dimmed" className="numbers">
                  {words.ages(formatNumber(ageFrom), formatNumber(ageTo))}
                </Text>
              </Stack>
            ))}
          </SimpleGrid>
        </Stack>
      )}
    </Stack>
  );
}

function Curve({ set, item, sex }: { set: NormSet; item: NormItem; sex: Sex }) {
  const curve = useQuery(curveQuery(set.id, item.itemCode, sex));
  return <QueryView query={curve}>{(shown) => <CurvePanel curve={shown} />}</QueryView>;
}
