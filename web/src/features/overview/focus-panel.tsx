import { texts } from '../../texts/de';
import { formatInteger, formatHours, formatPercent } from '../../ui/format';
import { BarList } from '../charts/bar-list';
import { ChartPanel } from '../charts/chart-panel';
import { NumberTable } from '../charts/number-table';
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
          axis={texts.overview.charts.barLength(words.activities)}
          bars={focusAreas.map(({ code, title, activities }) => ({
            key: code,
            label: title,
            href: listOf(code),
            value: words.value(formatInteger(activities), formatPercent(activities / total)),
            parts: [{ shade: 'main', length: activities }],
          }))}
        />
      }
      table={
        <NumberTable
          caption={words.title}
          headers={[words.focusArea, words.activitiesAndShare, words.time]}
          rows={focusAreas.map(({ code, title, activities, minutes }) => ({
            key: code,
            href: listOf(code),
            cells: [
              title,
              words.value(formatInteger(activities), formatPercent(activities / total)),
              formatHours(minutes),
            ],
          }))}
        />
      }
    />
  );
}
