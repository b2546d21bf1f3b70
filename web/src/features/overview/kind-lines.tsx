import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { cityParams } from '../institutions/city-filter';
import { useFilteredHref } from './overview-filter';
import type { OverviewKind } from './queries';
import { showParam, showValues } from './show';

const words = texts.overview.goals.reach;

/** How many Kitas and how many schools take part, each the way to their list. */
export function KindLines({ kinds }: { kinds: readonly OverviewKind[] }) {
  const href = useFilteredHref();
  return kinds
    .filter(({ total }) => total > 0)
    .map(({ kind, participating, total }) => (
      <Text key={kind} size="sm" className="numbers">
        <Anchor
          component={Link}
          inherit
          c="inherit"
          underline="always"
          display="inline-block"
          py={3}
          href={href('/ueberblick/einrichtungen', {
            [showParam]: showValues.participating,
            [cityParams.kind]: kind,
          })}
        >
          {(kind === 'school' ? words.schools : words.kitas)(
            formatInteger(participating),
            formatInteger(total),
          )}
        </Anchor>
      </Text>
    ));
}
