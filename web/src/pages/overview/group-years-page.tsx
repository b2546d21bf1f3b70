import { Button, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { GroupYearTable } from '../../features/groups/group-year-table';
import { readGroupYears } from '../../features/groups/queries';
import { cityParams, useCityFilter } from '../../features/institutions/city-filter';
import { KindFilter, PlaceFilters } from '../../features/institutions/city-filters';
import { schoolYearParam, SchoolYearSelect, useSchoolYear } from '../../features/overview/school-year-select';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { DownloadMenu } from '../../features/overview/download-menu';
import { AddressSelect, FilterBar } from '../../ui/filter-bar';
import { formatInteger, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.groupYears.state;
const showParam = 'zeige';
const housesParam = 'einrichtungen';
const FLAGS: Record<string, boolean | undefined> = { bestaetigt: true, alle: undefined };

/** Which houses have confirmed their groups of a school year, and whom to ask. */
export function GroupYearsPage() {
  const { get } = useAddress();
  const seesOverview = hasRole(useSession(), 'coordinator', 'programme_lead');
  const schoolYear = useSchoolYear();
  const { municipalityId, districtId, kind } = useCityFilter();
  const show = get(showParam);
  const filter = {
    ...{ schoolYear, municipalityId, districtId, kind },
    confirmed: show !== null && show in FLAGS ? FLAGS[show] : false,
    participating: get(housesParam) === 'alle' ? undefined : true,
  };
  const counts = useQuery({
    queryKey: ['groups', 'years', 'counts', filter],
    queryFn: () => readGroupYears({ ...filter, limit: 1 }),
    select: (page) => page.counts,
  });
  const pages = usePages(['groups', 'years', filter], (cursor) => readGroupYears(filter, cursor));
  return (
    <div>
      {seesOverview ? (
        <BackLink href="/ueberblick">{words.back}</BackLink>
      ) : (
        <BackLink href="/verwaltung">{texts.admin.title}</BackLink>
      )}
      <PageHeader
        title={words.title}
        intro={words.intro(formatSchoolYear(schoolYear))}
        action={<DownloadMenu of="group-years" filter={filter} />}
      />
      <FilterBar params={[schoolYearParam, showParam, housesParam, ...Object.values(cityParams)]}>
        <SchoolYearSelect withNext />
        <PlaceFilters />
        <KindFilter />
        <AddressSelect label={words.show} param={showParam} options={SHOW} fallback="offen" />
        <AddressSelect label={words.houses} param={housesParam} options={HOUSES} fallback="teilnehmende" />
      </FilterBar>
      {counts.data && <Counts {...counts.data} />}
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(houses) => (
          <Stack gap="md">
            <GroupYearTable houses={houses} />
            <CopyAddresses addresses={houses.flatMap(({ email }) => (email ? [email] : []))} />
          </Stack>
        )}
      </PagedView>
    </div>
  );
}

const SHOW = [
  { value: 'offen', label: words.showOpen },
  { value: 'bestaetigt', label: words.showConfirmed },
  { value: 'alle', label: words.showAll },
];
const HOUSES = [
  { value: 'teilnehmende', label: words.participating },
  { value: 'alle', label: words.every },
];

function Counts({ houses, confirmed }: { houses: number; confirmed: number }) {
  if (houses === 0) return null;
  const open = houses - confirmed;
  return (
    <Text fw={600} mb="md" aria-live="polite">
      {open === 0 ? words.allDone : words.open(formatInteger(open), formatInteger(houses))}
    </Text>
  );
}

/** For the BCC line of a mail to all that are listed. */
function CopyAddresses({ addresses }: { addresses: readonly string[] }) {
  const copy = async () => {
    if (addresses.length === 0) {
      announce(words.noAddress);
      return;
    }
    try {
      await navigator.clipboard.writeText([...new Set(addresses)].join('; '));
      announce(words.copied(new Set(addresses).size));
    } catch {
      announce(texts.overview.copyFailed);
    }
  };
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<IconMail size={18} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => void copy()}
    >
      {words.copy}
    </Button>
  );
}
