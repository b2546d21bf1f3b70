import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatInteger, formatPercent } from '../../ui/format';
import { BarList } from '../charts/bar-list';
import { ChartPanel } from '../charts/chart-panel';
import { focusParam } from './activity-filter';
import { useFilteredHref } from './overview-filter';
import type { OverviewFocusArea } from './queries';

const words = texts.overview.focus;

/** How the activities spread over the focus areas. */
export function FocusPanel({ focusAreas }: { focusAreas: readonly OverviewFocusArea[] }) {
  const href = useFilteredHref();
  const listOf = (code: string) => href('/ueberblick/aktivitaeten', { [focusParam]: code });
  const total = focusAreas.reduce((sum, { activities }) => sum + activities, 0);
  return (
    <ChartPanel
      title={words.title}
      param="schwerpunkte"
      isEmpty={total === 0}
      chart={
        <BarList
          axis={texts.charts.barLength(words.activities)}
          bars={focusAreas.map(({ code, title, activities }) => ({
            key: code,
            label: title,
            href: listOf(code),
            value: words.value(formatInteger(activities), formatPercent(activities / total)),
            parts: [{ shade: 'main', length: activities }],
          }))}
        />
      }
      narrow
      columns={[
        {
          key: 'title',
          header: words.focusArea,
          value: ({ title }) => title,
          render: ({ code, title }) => (
            <Anchor component={Link} href={listOf(code)} inherit>
              {title}
            </Anchor>
          ),
        },
        { key: 'activities', header: words.activities, value: ({ activities }) => activities },
        { key: 'share', header: words.share, share: true, value: ({ activities }) => activities / total },
        { key: 'time', header: words.time, decimals: 1, value: ({ minutes }) => minutes / 60 },
      ]}
      rows={focusAreas}
      rowKey={({ code }) => code}
    />
  );
}
