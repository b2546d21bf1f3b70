import { texts } from '../../texts/de';
import { AddressDate, AddressSelect } from '../../ui/filter-bar';
import { CoachFilter } from '../coaching/coach-filter';
import { OnlyInstitution } from '../institutions/address-institution';
import { optionsOf } from '../institutions/catalogue';
import { fromParam, institutionParam, toParam } from '../overview/activity-filter';
import { OverviewFilters } from '../overview/overview-filters';
import { adviceParams, stateParam, stepParam } from './advice-filter';

const words = texts.advice.list;
const { activities } = texts.overview;

/** What the list of contacts can be narrowed by. */
export function AdviceFilters() {
  return (
    <>
      <OnlyInstitution
        param={institutionParam}
        label={activities.onlyInstitution}
        allLabel={activities.allInstitutions}
      />
      <OverviewFilters params={adviceParams}>
        <AddressSelect
          label={words.state}
          param={stateParam}
          options={optionsOf(texts.programme.contactState)}
          all={words.allStates}
        />
        <CoachFilter />
        <AddressSelect
          label={words.step}
          param={stepParam}
          options={optionsOf(words.steps)}
          all={words.anyStep}
        />
        <AddressDate label={activities.from} param={fromParam} />
        <AddressDate label={activities.to} param={toParam} />
      </OverviewFilters>
    </>
  );
}
