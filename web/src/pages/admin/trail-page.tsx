import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';
import { InstitutionSelect } from '../../features/invitations/institution-select';
import { OnlyInstitution } from '../../features/institutions/address-institution';
import { choiceOf, optionsOf } from '../../features/institutions/catalogue';
import { DownloadMenu } from '../../features/overview/download-menu';
import { PersonFilter } from '../../features/trail/person-filter';
import { TrailTable } from '../../features/trail/trail-table';
import { texts } from '../../texts/de';
import { AddressDate, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.trail;
const params = {
  person: 'person',
  action: 'vorgang',
  type: 'art',
  object: 'gegenstand',
  institution: 'einrichtung',
  from: 'von',
  to: 'bis',
} as const;

type TrailQuery = NonNullable<paths['/api/audit-events']['get']['parameters']['query']>;

/** Who changed what, for administrators. */
export function TrailPage() {
  const query = useTrailQuery();
  const pages = usePages(['trail', query], (cursor) =>
    unwrap(api.GET('/api/audit-events', { params: { query: { ...query, cursor } } })),
  );
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={<DownloadMenu of="audit-events" filter={query} />}
      />
      <OnlyInstitution
        param={params.institution}
        label={texts.people.onlyInstitution}
        allLabel={texts.people.allInstitutions}
      />
      <OnlyObject />
      <Filters />
      <PagedView query={pages} empty={<Empty title={words.nothingTitle}>{words.nothingText}</Empty>}>
        {(entries) => <TrailTable entries={entries} />}
      </PagedView>
    </div>
  );
}

function useTrailQuery(): TrailQuery {
  const { get } = useAddress();
  return {
    actorId: get(params.person) ?? undefined,
    action: (get(params.action) as TrailQuery['action']) ?? undefined,
    objectType: choiceOf(words.objectTypes, get(params.type)),
    objectId: get(params.object) ?? undefined,
    institutionId: get(params.institution) ?? undefined,
    from: get(params.from) ?? undefined,
    to: get(params.to) ?? undefined,
  };
}

/** Says that the list is about one object only, and leads back to all. */
function OnlyObject() {
  const address = useAddress();
  if (address.get(params.object) === null) return null;
  return (
    <Group gap="xs" mb="md">
      <Text fw={600}>{words.onlyObject}</Text>
      <Button variant="subtle" size="sm" onClick={() => address.set({ [params.object]: null })}>
        {words.allObjects}
      </Button>
    </Group>
  );
}

function Filters() {
  const address = useAddress();
  const { data: actions = [] } = useQuery({
    queryKey: ['trail-actions'],
    queryFn: () => unwrap(api.GET('/api/audit-events/actions')),
    select: ({ items }) => items.map(({ action, label }) => ({ value: action, label })),
    staleTime: Infinity,
  });
  return (
    <FilterBar params={Object.values(params)}>
      <PersonFilter param={params.person} />
      <AddressSelect label={words.action} param={params.action} options={actions} all={words.anyAction} />
      <AddressSelect
        label={words.objectType}
        param={params.type}
        options={optionsOf(words.objectTypes)}
        all={words.anyObject}
      />
      {address.get(params.institution) === null && (
        <InstitutionSelect onChange={(id) => address.set({ [params.institution]: id })} />
      )}
      <AddressDate label={words.from} param={params.from} />
      <AddressDate label={words.to} param={params.to} />
    </FilterBar>
  );
}
