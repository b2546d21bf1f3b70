import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { focusAreasQuery } from '../../features/activities/queries';
import { DownloadMenu } from '../../features/overview/download-menu';
import { hasRole, useSession } from '../../features/session/session';
import {
  myTrainingsQuery,
  readTrainings,
  type TrainingQuery,
  trainingsKey,
} from '../../features/training/queries';
import { TrainingList } from '../../features/training/training-list';
import { texts } from '../../texts/de';
import { AddressSearch, AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.training;
const PARAMS = { when: 'zeit', forMe: 'fuer', focusArea: 'schwerpunkt', search: 'suche' };

/** What is offered, what one is registered for, and how many seats are left. */
export function TrainingsPage() {
  const session = useSession();
  const query = useTrainingQuery();
  const pages = usePages([...trainingsKey, 'list', query], (cursor) => readTrainings({ ...query, cursor }));
  const takesPart = hasRole(session, 'educator', 'institution_lead');
  return (
    <Stack gap="lg">
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm">
            <Download query={query} />
            {hasRole(session, 'coordinator') && <AddButton />}
          </Group>
        }
      />
      {takesPart && <MyTrainings />}
      <div>
        <Filters takesPart={takesPart} />
        <PagedView query={pages} empty={<Empty title={words.none}>{words.noneText}</Empty>}>
          {(trainings) => <TrainingList trainings={trainings} />}
        </PagedView>
      </div>
    </Stack>
  );
}

/** The list as a file. Who came stands at each training, and with all files. */
function Download({ query }: { query: TrainingQuery }) {
  const may = hasRole(
    useSession(),
    'institution_lead',
    'coach',
    'coordinator',
    'programme_lead',
    'administrator',
  );
  return may && <DownloadMenu of="trainings" filter={{ ...query }} />;
}

function AddButton() {
  return (
    <Button component={Link} href="/fortbildungen/neu" leftSection={<IconPlus size={18} aria-hidden />}>
      {words.add}
    </Button>
  );
}

function MyTrainings() {
  const mine = useQuery(myTrainingsQuery);
  return (
    <Panel title={words.mineTitle}>
      <QueryView query={mine}>
        {(trainings) =>
          trainings.length === 0 ? (
            <Text c="dimmed">{words.mineNone}</Text>
          ) : (
            <TrainingList trainings={trainings} inPanel />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Filters({ takesPart }: { takesPart: boolean }) {
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const { filters } = words;
  return (
    <FilterBar params={Object.values(PARAMS)}>
      <AddressSearch label={filters.search} param={PARAMS.search} />
      <AddressSelect
        label={filters.when}
        param={PARAMS.when}
        fallback="upcoming"
        options={[
          { value: 'upcoming', label: filters.upcoming },
          { value: 'past', label: filters.past },
        ]}
      />
      {takesPart && (
        <AddressSelect
          label={filters.forMe}
          param={PARAMS.forMe}
          all={filters.forAll}
          options={[{ value: 'mich', label: filters.onlyForMe }]}
        />
      )}
      <AddressSelect
        label={filters.focusArea}
        param={PARAMS.focusArea}
        all={texts.common.all}
        options={areas.map(({ code, title }) => ({ value: code, label: title }))}
      />
    </FilterBar>
  );
}

function useTrainingQuery(): TrainingQuery {
  const address = useAddress();
  return {
    when: address.get(PARAMS.when) === 'past' ? 'past' : 'upcoming',
    forMe: address.get(PARAMS.forMe) === 'mich' ? true : undefined,
    focusArea: address.get(PARAMS.focusArea) ?? undefined,
    q: address.get(PARAMS.search) ?? undefined,
  };
}
