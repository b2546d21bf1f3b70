import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { InstitutionSelect } from '../../features/invitations/institution-select';
import { OpenInvitations } from '../../features/invitations/open-invitations';
import { OnlyInstitution } from '../../features/institutions/address-institution';
import { choiceOf, optionsOf } from '../../features/institutions/catalogue';
import { PeopleTable } from '../../features/people/people-table';
import { type PeopleQuery, peopleKey, readPeople } from '../../features/people/queries';
import { texts } from '../../texts/de';
import { DownloadMenu } from '../../features/overview/download-menu';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.people;
const params = {
  search: 'suche',
  role: 'rolle',
  institution: 'einrichtung',
  state: 'zustand',
  view: 'ansicht',
} as const;
const filters = [params.search, params.role, params.institution, params.state];
const INVITED = 'einladungen';

/** Accounts one looks after, and who has been invited and is not there yet. */
export function PeoplePage() {
  const address = useAddress();
  const isInvited = address.get(params.view) === INVITED;
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} action={<Actions />} />
      <SegmentedControl
        mb="md"
        aria-label={words.view}
        value={isInvited ? INVITED : ''}
        onChange={(view) => address.set({ [params.view]: view })}
        data={[
          { value: '', label: words.showPeople },
          { value: INVITED, label: words.invited },
        ]}
      />
      {isInvited ? <OpenInvitations /> : <People />}
    </div>
  );
}

function Actions() {
  return (
    <Group gap="sm" className="no-print">
      <Button component={Link} href="/einladen/liste" variant="default" size="sm">
        {texts.inviteMany.action}
      </Button>
      <Button
        component={Link}
        href="/einladen"
        size="sm"
        leftSection={<IconUserPlus size={18} aria-hidden />}
      >
        {words.invite}
      </Button>
    </Group>
  );
}

function People() {
  const query = usePeopleQuery();
  const pages = usePages([...peopleKey, query], (cursor) => readPeople({ ...query, cursor }));
  return (
    <>
      <OnlyInstitution
        param={params.institution}
        label={words.onlyInstitution}
        allLabel={words.allInstitutions}
      />
      <Filters />
      <Group justify="flex-end" mb="md" className="no-print">
        <DownloadMenu of="accounts" filter={{ ...query }} />
      </Group>
      <PagedView query={pages} empty={<Nobody />}>
        {(people) => <PeopleTable people={people} />}
      </PagedView>
    </>
  );
}

function usePeopleQuery(): PeopleQuery {
  const { get } = useAddress();
  return {
    q: get(params.search) ?? undefined,
    role: choiceOf(texts.words.role, get(params.role)),
    institutionId: get(params.institution) ?? undefined,
    state: choiceOf(words.states, get(params.state)),
  };
}

function Filters() {
  const address = useAddress();
  return (
    <FilterBar params={filters}>
      <AddressSearch label={words.search} param={params.search} placeholder={words.searchHint} />
      <AddressSelect
        label={words.role}
        param={params.role}
        options={optionsOf(texts.words.role)}
        all={words.anyRole}
      />
      <AddressSelect
        label={words.state}
        param={params.state}
        options={optionsOf(words.states)}
        all={words.anyState}
      />
      {address.get(params.institution) === null && (
        <InstitutionSelect onChange={(id) => address.set({ [params.institution]: id })} />
      )}
    </FilterBar>
  );
}

/** Nobody yet, or nobody who fits the filters. */
function Nobody() {
  const address = useAddress();
  if (!filters.some((name) => address.get(name)))
    return <Empty title={words.nobodyTitle}>{words.nobodyText}</Empty>;
  const reset = () => address.set(Object.fromEntries(filters.map((name) => [name, null])));
  return (
    <Empty
      title={words.nothingFound}
      action={
        <Button variant="default" onClick={reset}>
          {texts.common.resetFilters}
        </Button>
      }
    >
      {words.nothingFoundText}
    </Empty>
  );
}
