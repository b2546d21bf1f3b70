import { Anchor, Button, Group, SegmentedControl } from '@mantine/core';
import { Link } from 'wouter';
import { Board } from '../../features/bookings/board';
import { BookingTable } from '../../features/bookings/booking-table';
import { type BookingQuery, bookingsKey, readBookings } from '../../features/bookings/queries';
import { type HouseName, useHouses } from '../../features/bookings/use-houses';
import { CoachFilter, coachParam } from '../../features/coaching/coach-filter';
import { choiceOf, optionsOf } from '../../features/institutions/catalogue';
import { cityParams, useCityFilter } from '../../features/institutions/city-filter';
import { KindFilter, PlaceFilters } from '../../features/institutions/city-filters';
import { DownloadMenu } from '../../features/overview/download-menu';
import { SchoolYearSelect, schoolYearParam, useSchoolYear } from '../../features/overview/school-year-select';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty, Skeletons } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.bookings;

const params = { house: 'einrichtung', state: 'stand', search: 'suche', view: 'ansicht' };

/** Which modules houses chose and what became of them: as a board, or as a list. */
export function BookingsPage() {
  const session = useSession();
  const { houses, pending } = useHouses();
  const writes = hasRole(session, 'institution_lead', 'coach', 'coordinator');
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={writes ? words.introBoard : words.introRead}
        action={
          <Group gap="md">
            <Anchor component={Link} href="/modulkatalog">
              {words.toCatalogue}
            </Anchor>
            <Download />
            {writes && <ChooseButton />}
          </Group>
        }
      />
      {pending ? (
        <Skeletons />
      ) : houses.length === 0 ? (
        <Empty title={words.noHouseTitle}>{words.noHouseText}</Empty>
      ) : (
        <Views houses={houses} />
      )}
    </div>
  );
}

/** What the filter shows, for those who may take a file with them. */
function Download() {
  const filter = { ...useFilter(), state: useListedState(), schoolYear: useSchoolYear() };
  const may = hasRole(useSession(), 'institution_lead', 'coach', 'coordinator', 'programme_lead');
  return may && <DownloadMenu of="bookings" filter={{ ...filter }} />;
}

function ChooseButton() {
  const house = useAddress().get(params.house);
  return (
    <Button component={Link} href={`/module/waehlen${house ? `?einrichtung=${house}` : ''}`}>
      {words.choose}
    </Button>
  );
}

const useIsCity = (): boolean => hasRole(useSession(), 'coordinator', 'programme_lead');

/** A city's people begin with the list, everybody else with the board. */
function useView(): 'tafel' | 'liste' {
  const address = useAddress();
  const chosen = address.get(params.house) ?? address.get(coachParam);
  const first = useIsCity() && !chosen ? 'liste' : 'tafel';
  return choiceOf({ tafel: '', liste: '' }, address.get(params.view)) ?? first;
}

function Views({ houses }: { houses: readonly HouseName[] }) {
  const address = useAddress();
  const city = useIsCity();
  const view = useView();
  return (
    <>
      <Group mb="md">
        <SegmentedControl
          aria-label={words.view}
          value={view}
          onChange={(next) => address.set({ [params.view]: next })}
          data={[
            { value: 'tafel', label: words.board },
            { value: 'liste', label: words.list },
          ]}
        />
      </Group>
      <Filters houses={houses} view={view} city={city} />
      {view === 'tafel' ? <BoardView houses={houses} /> : <ListView />}
    </>
  );
}

interface FiltersProps {
  houses: readonly HouseName[];
  view: 'tafel' | 'liste';
  city: boolean;
}

function Filters({ houses, view, city }: FiltersProps) {
  const isList = view === 'liste';
  const cityNames = [cityParams.municipality, cityParams.district, cityParams.kind, params.search];
  return (
    <FilterBar
      params={[
        params.house,
        schoolYearParam,
        ...(city ? [coachParam] : []),
        ...(isList ? [params.state] : []),
      ]}
      {...(city && {
        more: {
          params: cityNames,
          filters: (
            <>
              <AddressSearch label={words.search} param={params.search} />
              <PlaceFilters />
              <KindFilter />
            </>
          ),
        },
      })}
    >
      {houses.length > 1 && (
        <AddressSelect
          label={words.house}
          param={params.house}
          options={houses.map(({ id, name }) => ({ value: id, label: name }))}
          all={words.allHouses}
        />
      )}
      {city && <CoachFilter />}
      <SchoolYearSelect withNext />
      {isList && (
        <AddressSelect
          label={words.state}
          param={params.state}
          options={optionsOf(texts.programme.bookingState)}
          all={words.allStates}
        />
      )}
    </FilterBar>
  );
}

function useFilter(): BookingQuery {
  const { get } = useAddress();
  return {
    ...useCityFilter(),
    institutionId: get(params.house) ?? undefined,
    coachId: get(coachParam) ?? undefined,
    q: get(params.search) ?? undefined,
  };
}

/** The board has a column for each state, and no filter for it. */
function useListedState(): BookingQuery['state'] {
  const state = choiceOf(texts.programme.bookingState, useAddress().get(params.state));
  return useView() === 'liste' ? state : undefined;
}

function BoardView({ houses }: { houses: readonly HouseName[] }) {
  const filter = useFilter();
  const severalShown = filter.institutionId === undefined && houses.length > 1;
  return <Board filter={filter} schoolYear={useSchoolYear()} withHouse={severalShown} />;
}

function ListView() {
  const filter: BookingQuery = { ...useFilter(), state: useListedState(), schoolYear: useSchoolYear() };
  const pages = usePages([...bookingsKey, 'list', filter], (cursor) => readBookings({ ...filter, cursor }));
  return (
    <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyFiltered}</Empty>}>
      {(bookings) => <BookingTable bookings={bookings} />}
    </PagedView>
  );
}
