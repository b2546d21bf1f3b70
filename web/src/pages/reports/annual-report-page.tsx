import { Button, Group } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { AnnualReportDetail } from '../../api/types';
import { annualReportQuery, fileHref } from '../../features/annual-report/queries';
import { ReportList } from '../../features/annual-report/report-list';
import { ReportView } from '../../features/annual-report/report-view';
import { ChartSource } from '../../features/charts/chart-source';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { formatInstant, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.annualReport;

/** One yearly report to read, or how far it is. */
export function AnnualReportPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery(annualReportQuery(id));
  return (
    <div>
      <BackLink href="/jahresbericht">{words.back}</BackLink>
      <QueryView query={query}>{(report) => <Content report={report} />}</QueryView>
    </div>
  );
}

function Content({ report }: { report: AnnualReportDetail }) {
  const { id, content, municipalityName, schoolYear, state } = report;
  const title = `${words.title} ${words.name(municipalityName, formatSchoolYear(schoolYear))}`;
  if (state !== 'done' || !content) {
    return (
      <>
        <PageHeader title={title} intro={words.notReady} />
        <ReportList reports={[report]} />
      </>
    );
  }
  const stand = [
    ...(content.isInterim ? [words.interim] : []),
    words.dataAt(formatInstant(content.dataAt)),
  ].join(' · ');
  return (
    <>
      <PageHeader title={title} intro={stand} action={<Actions id={id} />} />
      <ChartSource value={`${words.name(municipalityName, formatSchoolYear(schoolYear))} · ${stand}`}>
        <ReportView content={content} />
      </ChartSource>
    </>
  );
}

function Actions({ id }: { id: string }) {
  return (
    <Group gap="sm" className="no-print">
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
      <Button component="a" href={fileHref(id)} download leftSection={<IconDownload size={18} aria-hidden />}>
        {words.downloadPdf}
      </Button>
    </Group>
  );
}
