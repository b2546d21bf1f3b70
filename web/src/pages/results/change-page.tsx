import { Alert, List, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type HouseName, useHouses } from '../../features/bookings/use-houses';
import { ChangeFilters, changeParams } from '../../features/results/change-filters';
import { ChangePanel } from '../../features/results/change-panel';
import { type Season, seasonsUntil, usualSeasons } from '../../features/results/periods';
import { changeQuery } from '../../features/results/queries';
import { TestFiles } from '../../features/results/test-files';
import { useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty, Skeletons } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.results.change;

/** Before and after, for the own houses or those that are coached. */
export function ChangePage() {
  const { houses, pending } = useHouses();
  const wanted = useAddress().get(changeParams.house);
  const house = houses.find(({ id }) => id === wanted) ?? houses[0];
  return (
    <div>
      <BackLink href="/testtage">{texts.results.back.testDays}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      {pending && <Skeletons />}
      {!pending && !house && <Empty title={words.noHouseTitle}>{words.noHouseText}</Empty>}
      {house && <Compared houses={houses} house={house} />}
    </div>
  );
}

function Compared({ houses, house }: { houses: readonly HouseName[]; house: HouseName }) {
  const { today } = useSession();
  const address = useAddress();
  const seasons = seasonsUntil(today);
  const usual = usualSeasons(seasons);
  const chosen = (param: string, fallback: Season | undefined): Season | undefined =>
    seasons.find(({ key }) => key === address.get(param)) ?? fallback;
  const before = chosen(changeParams.before, usual?.before);
  const after = chosen(changeParams.after, usual?.after);
  if (!before || !after) return null;
  return (
    <Stack gap="md">
      <ChangeFilters {...{ houses, house, seasons, before, after }} />
      {before.to < after.from ? (
        <Result house={house} groupId={address.get(changeParams.group)} before={before} after={after} />
      ) : (
        <Alert color="sonne" variant="light">
          {words.order}
        </Alert>
      )}
      <Panel title={words.readingTitle}>
        <List spacing={6}>
          {words.reading.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </Panel>
      <Panel title={texts.results.files.title}>
        <TestFiles filter={{ institutionId: house.id }} />
      </Panel>
    </Stack>
  );
}

interface ResultProps {
  house: HouseName;
  groupId: string | null;
  before: Season;
  after: Season;
}

function Result({ house, groupId, before, after }: ResultProps) {
  const periods = {
    ...{ beforeFrom: before.from, beforeTo: before.to },
    ...{ afterFrom: after.from, afterTo: after.to },
  };
  const change = useQuery(changeQuery(house.id, groupId, periods));
  return (
    <QueryView query={change}>
      {(loaded) =>
        loaded.items.length === 0 ? (
          <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
        ) : (
          <ChangePanel change={loaded} />
        )
      }
    </QueryView>
  );
}
