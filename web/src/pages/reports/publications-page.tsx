import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PublicationPeriod } from '../../api/types';
import { useChosenMunicipality } from '../../features/institutions/city-filter';
import { MunicipalityFilter } from '../../features/institutions/city-filters';
import { periodsQuery } from '../../features/publications/queries';
import { YearPanel } from '../../features/publications/year-panel';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';

const words = texts.publications;
/** The running year and the two before it. */
const RECENT = 3;

/** From a period that is over to published statistics: prepare, look at, publish. */
export function PublicationsPage() {
  const municipalityId = useChosenMunicipality();
  return (
    <div>
      <BackLink href="/motorik">{words.back}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      <Stack gap="lg">
        <MunicipalityFilter />
        {municipalityId === undefined ? (
          <Text>{texts.motorSkills.chooseMunicipality}</Text>
        ) : (
          <Periods municipalityId={municipalityId} />
        )}
      </Stack>
    </div>
  );
}

function Periods({ municipalityId }: { municipalityId: string }) {
  const query = useQuery(periodsQuery(municipalityId));
  return (
    <>
      <Panel title={words.cutTitle}>
        <Stack gap="xs" maw={760}>
          {words.cutText.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </Stack>
      </Panel>
      <QueryView query={query}>{(periods) => <Years years={byYear(periods)} />}</QueryView>
    </>
  );
}

/** The recent ones and those of which there is something; who wants to publish an older one has to look for it. */
function Years({ years }: { years: PublicationPeriod[][] }) {
  const [all, { open }] = useDisclosure(false);
  const shown = years.filter((year, i) => all || i < RECENT || year.some(hasSomething));
  return (
    <>
      {shown.map((year) => (
        <YearPanel key={year[0]?.schoolYear} periods={year} />
      ))}
      {shown.length < years.length && (
        <Group>
          <Button variant="default" onClick={open}>
            {words.olderYears}
          </Button>
        </Group>
      )}
    </>
  );
}

const hasSomething = ({ publishedId, preparationId }: PublicationPeriod): boolean =>
  publishedId !== null || preparationId !== null;

/** In the order in which they come: the latest year first. */
function byYear(periods: readonly PublicationPeriod[]): PublicationPeriod[][] {
  const years = new Map<number, PublicationPeriod[]>();
  for (const period of periods) {
    years.set(period.schoolYear, [...(years.get(period.schoolYear) ?? []), period]);
  }
  return [...years.values()];
}
