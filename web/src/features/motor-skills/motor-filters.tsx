import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { AddressSelect, FilterBar } from '../../ui/filter-bar';
import { optionsOf } from '../institutions/catalogue';
import { type MotorFilter, motorParams } from './motor-filter';

const words = texts.motorSkills;

/** Which children, and which test. */
export function MotorFilters({ detail, filter }: { detail: PublicationDetail; filter: MotorFilter }) {
  const { region, kind, sex, age, wave } = motorParams;
  return (
    <FilterBar params={[region, kind, sex, age, wave]}>
      <AddressSelect
        label={words.region}
        param={region}
        options={(detail.summary?.regions ?? []).map(({ key, title }) => ({ value: key, label: title }))}
        all={words.allRegions}
      />
      <AddressSelect
        label={words.kind}
        param={kind}
        options={optionsOf(words.groups.kinds)}
        all={words.allKinds}
      />
      <AddressSelect label={words.sex} param={sex} options={optionsOf(words.sexes)} all={words.allSexes} />
      <AddressSelect label={words.age} param={age} options={optionsOf(words.ageBands)} all={words.allAges} />
      {filter.waves.length > 1 && (
        <AddressSelect
          label={words.wave}
          param={wave}
          options={filter.waves.map((value) => ({ value, label: words.waves[value] }))}
          fallback={filter.waves[0]}
        />
      )}
    </FilterBar>
  );
}
