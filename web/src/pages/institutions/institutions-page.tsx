import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconFileUpload, IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { startPath } from '../../features/imports/paths';
import { cityParams } from '../../features/institutions/city-filter';
import {
  FairnessFilters,
  KindFilter,
  PlaceFilters,
  ProviderFilter,
} from '../../features/institutions/city-filters';
import { DuplicatesHint } from '../../features/institutions/duplicates-hint';
import { InstitutionTable } from '../../features/institutions/institution-table';
import { institutionsKey, readInstitutions } from '../../features/institutions/queries';
import {
  listParams,
  participationOptions,
  useInstitutionQuery,
} from '../../features/institutions/use-institution-query';
import { DownloadMenu } from '../../features/overview/download-menu';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const { list: words, filter } = texts.institutions;

const mainParams = [
  listParams.search,
  cityParams.municipality,
  cityParams.district,
  cityParams.kind,
  listParams.participation,
];
const moreParams = [
  cityParams.provider,
  cityParams.familyCentre,
  cityParams.socialSituation,
  cityParams.socialIndexGroup,
  listParams.archived,
];

/** All institutions that the person may see, taking part or not. */
export function InstitutionsPage() {
  const session = useSession();
  const address = useAddress();
  const query = useInstitutionQuery();
  const pages = usePages([...institutionsKey, query], (cursor) => readInstitutions({ ...query, cursor }));
  const mayAdd = hasRole(session, 'coordinator', 'administrator');
  const onlyCoach = !mayAdd && !hasRole(session, 'programme_lead');
  return (
    <div>
      <PageHeader
        title={onlyCoach ? words.coachTitle : words.title}
        intro={onlyCoach ? words.coachIntro : words.intro}
        action={
          <Group gap="sm" className="no-print">
            {!onlyCoach && <DownloadMenu of="institutions" filter={query} />}
            {mayAdd && (
              <>
                <BasicsMenu />
                <ImportButton />
                <AddButton />
              </>
            )}
          </Group>
        }
      />
      {mayAdd && <DuplicatesHint />}
      <Filters />
      <PagedView query={pages} empty={<NoInstitutions mayAdd={mayAdd} onlyCoach={onlyCoach} />}>
        {(institutions) => (
          <InstitutionTable
            institutions={institutions}
            sort={query.sort}
            onSort={(sort) => address.set({ [listParams.sort]: sort === 'name' ? null : sort })}
          />
        )}
      </PagedView>
    </div>
  );
}

function ImportButton() {
  return (
    <Button
      component={Link}
      href={startPath.institutions}
      variant="default"
      size="sm"
      leftSection={<IconFileUpload size={18} aria-hidden />}
    >
      {texts.imports.kinds.institutions.open}
    </Button>
  );
}

/** What institutions are grouped, counted and measured by. */
function BasicsMenu() {
  const { districts } = texts.admin;
  const links = [
    { href: '/verwaltung/stadtbezirke', label: districts.title },
    { href: '/verwaltung/ziele', label: texts.targets.title },
    { href: '/verwaltung/ferien', label: texts.holidays.title },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm" rightSection={<IconChevronDown size={18} aria-hidden />}>
          {words.basics}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ href, label }) => (
          <Menu.Item key={href} component={Link} href={href}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AddButton() {
  return (
    <Button
      component={Link}
      href="/einrichtungen/neu"
      size="sm"
      leftSection={<IconPlus size={18} aria-hidden />}
    >
      {words.add}
    </Button>
  );
}

function Filters() {
  return (
    <FilterBar
      params={mainParams}
      more={{
        params: moreParams,
        filters: (
          <>
            <ProviderFilter />
            <FairnessFilters />
            <AddressSelect
              label={filter.archived}
              param={listParams.archived}
              options={[{ value: 'archiviert', label: filter.onlyArchived }]}
              all={filter.current}
            />
          </>
        ),
      }}
    >
      <AddressSearch label={filter.search} param={listParams.search} placeholder={filter.searchHint} />
      <PlaceFilters />
      <KindFilter />
      <AddressSelect
        label={filter.participation}
        param={listParams.participation}
        options={participationOptions}
        all={filter.anyParticipation}
      />
    </FilterBar>
  );
}

interface NoInstitutionsProps {
  mayAdd: boolean;
  onlyCoach: boolean;
}

/** Nothing there yet, or nothing that fits the filters. */
function NoInstitutions({ mayAdd, onlyCoach }: NoInstitutionsProps) {
  const address = useAddress();
  const all = [...mainParams, ...moreParams];
  if (all.some((name) => address.get(name))) {
    const reset = () => address.set(Object.fromEntries(all.map((name) => [name, null])));
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
  if (onlyCoach) return <Empty title={words.emptyCoachTitle}>{words.emptyCoachText}</Empty>;
  return (
    <Empty
      title={mayAdd ? words.emptyTitle : words.emptyReadTitle}
      action={
        mayAdd && (
          <Group gap="sm">
            <Button component={Link} href="/verwaltung/stadtbezirke" variant="default">
              {texts.admin.districts.title}
            </Button>
            <ImportButton />
            <AddButton />
          </Group>
        )
      }
    >
      {mayAdd ? words.emptyText : words.emptyReadText}
    </Empty>
  );
}
