import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MakePanel } from '../../features/annual-report/make-panel';
import { annualReportsQuery } from '../../features/annual-report/queries';
import { ReportList } from '../../features/annual-report/report-list';
import { useChosenMunicipality } from '../../features/institutions/city-filter';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.annualReport;

/** The yearly reports of a city: have one made, find those that are there. */
export function AnnualReportsPage() {
  const query = useQuery(annualReportsQuery(useChosenMunicipality()));
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <Stack gap="lg">
        <MakePanel />
        <QueryView query={query}>
          {(reports) =>
            reports.length === 0 ? (
              <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
            ) : (
              <ReportList reports={reports} />
            )
          }
        </QueryView>
      </Stack>
    </div>
  );
}
