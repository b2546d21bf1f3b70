import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FirstSteps } from '../../features/admin/first-steps';
import { MunicipalitiesPanel } from '../../features/admin/municipalities-panel';
import { OverviewLinks } from '../../features/admin/overview-links';
import { municipalitiesQuery } from '../../features/institutions/reference';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.admin;

/** The administrator's start page: what comes first, the municipalities, ways on. */
export function AdminPage() {
  const municipalities = useQuery(municipalitiesQuery);
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <QueryView query={municipalities}>
        {(listed) => (
          <Stack gap="md">
            <FirstSteps municipality={listed.find(({ archivedAt }) => archivedAt === null)} />
            <MunicipalitiesPanel municipalities={listed} />
            {listed.length > 0 && <OverviewLinks />}
          </Stack>
        )}
      </QueryView>
    </div>
  );
}
