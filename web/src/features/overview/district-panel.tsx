import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { type Bar, BarList } from '../charts/bar-list';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { cityParams } from '../institutions/city-filter';
import { useFilteredHref } from './overview-filter';
import type { OverviewDistrict } from './queries';

const words = texts.overview.districts;

/** Reach by district: who takes part and is active, of all. */
export function DistrictPanel({ districts }: { districts: readonly OverviewDistrict[] }) {
  const href = useFilteredHref();
  const nameOf = namer(districts);
  return (
    <ChartPanel
      title={words.title}
      param="bezirke"
      isEmpty={districts.every(({ total }) => total === 0)}
      chart={
        <BarList
          axis={texts.charts.barLength(words.total)}
          legend={[
            { shade: 'main', label: words.legendActive },
            { shade: 'second', label: words.legendParticipating },
            { shade: 'rest', label: words.legendOthers },
          ]}
          bars={districts.map((district) => ({
            key: district.districtId,
            label: nameOf(district),
            href: href('/ueberblick/einrichtungen', {
              [cityParams.municipality]: district.municipalityId,
              [cityParams.district]: district.districtId,
            }),
            value: words.value(formatInteger(district.participating), formatInteger(district.total)),
            parts: partsOf(district),
          }))}
        />
      }
      columns={[{ key: 'name', header: words.district, value: nameOf }, ...NUMBERS]}
      rows={districts}
      rowKey={({ districtId }) => districtId}
    />
  );
}

function partsOf({ total, participating, active }: OverviewDistrict): Bar['parts'] {
  // A house may have been active and have left since: then it is active without taking part.
  const silent = Math.max(0, participating - active);
  const parts: Bar['parts'] = [
    { shade: 'main', length: active },
    { shade: 'second', length: silent },
    { shade: 'rest', length: Math.max(0, total - active - silent) },
  ];
  return parts.filter(({ length }) => length > 0);
}

/** The name of a district, with its city's where several are listed. */
function namer(districts: readonly OverviewDistrict[]): (district: OverviewDistrict) => string {
  const cities = new Set(districts.map(({ municipalityId }) => municipalityId));
  return ({ name, municipalityName }) =>
    cities.size > 1 ? words.inMunicipality(municipalityName, name) : name;
}

const number = (
  key: 'total' | 'participating' | 'active' | 'childrenReached' | 'activities',
  header: string,
): ChartColumn<OverviewDistrict> => ({ key, header, value: (district) => district[key] });

const NUMBERS: readonly ChartColumn<OverviewDistrict>[] = [
  number('total', words.total),
  number('participating', words.participating),
  number('active', words.active),
  number('childrenReached', words.children),
  number('activities', words.activities),
  { key: 'time', header: words.time, decimals: 1, value: ({ minutes }) => minutes / 60 },
];
