import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconWorldUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Publication, PublicationDetail } from '../../api/types';
import { ChartSource } from '../../features/charts/chart-source';
import { cityParams, useChosenMunicipality } from '../../features/institutions/city-filter';
import { MunicipalityFilter } from '../../features/institutions/city-filters';
import { ChangePanel } from '../../features/motor-skills/change-panel';
import { GroupsPanel } from '../../features/motor-skills/groups-panel';
import { HeadlinePanel } from '../../features/motor-skills/headline-panel';
import { ItemsPanel } from '../../features/motor-skills/items-panel';
import { motorParams, useMotorFilter } from '../../features/motor-skills/motor-filter';
import { MotorFilters } from '../../features/motor-skills/motor-filters';
import {
  PublicationSelect,
  publishedOf,
  useChosenPublication,
} from '../../features/motor-skills/publication-select';
import { ReadingPanel } from '../../features/motor-skills/reading-panel';
import { YearsPanel } from '../../features/motor-skills/years-panel';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { publicationQuery, publicationsQuery } from '../../features/publications/queries';
import { texts } from '../../texts/de';
import { formatInstant, formatInteger } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.motorSkills;

/** Published statistics over children: nothing else about children reaches who answers for a city. */
export function MotorSkillsPage() {
  const municipalityId = useChosenMunicipality();
  if (municipalityId !== undefined) return <OfMunicipality key={municipalityId} id={municipalityId} />;
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <Stack gap="md">
        <MunicipalityFilter />
        <Text>{words.chooseMunicipality}</Text>
      </Stack>
    </div>
  );
}

function OfMunicipality({ id }: { id: string }) {
  const query = useQuery(publicationsQuery(id));
  const published = publishedOf(query.data ?? []);
  const chosen = useChosenPublication(published);
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} action={<Actions of={id} publication={chosen} />} />
      <Group gap="md" mb="md" className="no-print">
        <MunicipalityFilter />
        {published.length > 0 && <PublicationSelect published={published} />}
      </Group>
      <QueryView query={query}>
        {() => (chosen ? <Shown chosen={chosen} published={published} /> : <Nothing of={id} />)}
      </QueryView>
    </div>
  );
}

const publishHref = (municipalityId: string): string =>
  `/motorik/veroeffentlichen?${cityParams.municipality}=${municipalityId}`;

function Actions({ of, publication }: { of: string; publication: Publication | undefined }) {
  if (!publication) return null;
  return (
    <Group gap="sm" className="no-print">
      <CopyLinkButton />
      <DownloadMenu of="motor-skills" filter={{ publicationId: publication.id }} />
      <Button
        component={Link}
        href={publishHref(of)}
        variant="default"
        size="sm"
        leftSection={<IconWorldUpload size={18} aria-hidden />}
      >
        {words.toPublish}
      </Button>
    </Group>
  );
}

function Nothing({ of }: { of: string }) {
  return (
    <Empty
      title={words.emptyTitle}
      action={
        <Button component={Link} href={publishHref(of)}>
          {words.toPublish}
        </Button>
      }
    >
      {words.emptyText}
    </Empty>
  );
}

interface ShownProps {
  chosen: Publication;
  published: readonly Publication[];
}

function Shown({ chosen, published }: ShownProps) {
  const query = useQuery(publicationQuery(chosen.id));
  return <QueryView query={query}>{(detail) => <Content detail={detail} published={published} />}</QueryView>;
}

function Content({ detail, published }: { detail: PublicationDetail; published: readonly Publication[] }) {
  const filter = useMotorFilter(detail);
  const { municipalityName, title, revision, dataAt } = detail;
  const about = [
    words.about(municipalityName, title, formatInteger(revision ?? 1)),
    ...(dataAt === null ? [] : [words.countedAt(formatInstant(dataAt))]),
    words.label,
  ].join(' · ');
  return (
    <ChartSource value={about}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {about}
        </Text>
        {!detail.latest && <Outdated />}
        <HeadlinePanel detail={detail} />
        <Box mb={-12}>
          <MotorFilters detail={detail} filter={filter} />
        </Box>
        <ItemsPanel detail={detail} filter={filter} />
        {filter.task && <GroupsPanel detail={detail} filter={filter} task={filter.task} />}
        <ChangePanel detail={detail} filter={filter} />
        {filter.task && <YearsPanel published={published} filter={filter} task={filter.task} />}
        <ReadingPanel detail={detail} />
      </Stack>
    </ChartSource>
  );
}

function Outdated() {
  const address = useAddress();
  return (
    <Alert variant="light" className="no-print">
      <Group gap="sm">
        <Text>{words.outdated}</Text>
        <Button
          variant="default"
          size="sm"
          onClick={() =>
            address.set({
              [motorParams.publication]: null,
              [motorParams.region]: null,
              [motorParams.item]: null,
            })
          }
        >
          {words.toLatest}
        </Button>
      </Group>
    </Alert>
  );
}
