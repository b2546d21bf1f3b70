import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { AnnualReportChart, AnnualReportContent } from '../../api/types';
import { texts } from '../../texts/de';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { ReportChart } from './report-chart';
import { ReportTable } from './report-table';

const words = texts.annualReport;

type Chapter = AnnualReportContent['chapters'][number];
type Section = Chapter['sections'][number];
type ChartRow = AnnualReportChart['rows'][number];

const idOf = ({ code }: Chapter): string => `kapitel-${code}`;

/** The report as a page to read: the same words and numbers as in the file. */
export function ReportView({ content }: { content: AnnualReportContent }) {
  return (
    <Stack gap="xl">
      <nav aria-label={words.contents} className="no-print">
        <Stack gap={2}>
          {content.chapters.map((chapter) => (
            <Anchor key={chapter.code} href={`#${idOf(chapter)}`} display="inline-block" py={3}>
              {chapter.title}
            </Anchor>
          ))}
        </Stack>
      </nav>
      {content.chapters.map((chapter) => (
        <section key={chapter.code} aria-labelledby={idOf(chapter)}>
          <Title order={2} id={idOf(chapter)} mb="md" fz={{ base: 22, sm: 26 }}>
            {chapter.title}
          </Title>
          <Stack gap="lg">
            {chapter.sections.map((section, i) => (
              <SectionView key={section.title ?? ''} section={section} name={`${chapter.code}-${i}`} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function SectionView({ section, name }: { section: Section; name: string }) {
  const { title, paragraphs, tiles, chart, table, note } = section;
  return (
    <Stack gap="sm">
      {title !== null && (
        <Title order={3} fz="lg">
          {title}
        </Title>
      )}
      {paragraphs.map((text) => (
        <Text key={text} maw={760}>
          {text}
        </Text>
      ))}
      {tiles.length > 0 && <Tiles tiles={tiles} />}
      {chart && <Chart chart={chart} name={name} />}
      {table && <ReportTable table={table} />}
      {note !== null && (
        <Text size="sm" c="dimmed" maw={760}>
          {note}
        </Text>
      )}
    </Stack>
  );
}

function Tiles({ tiles }: { tiles: Section['tiles'] }) {
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 2, xs: 3, lg: 5 }}
      spacing="sm"
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
    >
      {tiles.map(({ title, text, previous }) => (
        <Paper key={title} component="li" withBorder radius="md" p="sm">
          <Text fw={700} fz={22} className="numbers">
            {text}
          </Text>
          <Text size="sm">{title}</Text>
          {previous !== null && (
            <Text size="xs" c="dimmed" className="numbers">
              {previous}
            </Text>
          )}
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Chart({ chart, name }: { chart: AnnualReportChart; name: string }) {
  return (
    <ChartPanel
      title={chart.title}
      summary={chart.description}
      param={`bild-${name}`}
      chart={<ReportChart chart={chart} />}
      columns={columnsOf(chart)}
      rows={chart.rows}
      rowKey={({ title }) => title}
    />
  );
}

function columnsOf({ series, isShare }: AnnualReportChart): ChartColumn<ChartRow>[] {
  return [
    { key: 'title', header: words.rowTitle, value: ({ title }) => title },
    ...series.map((header, i) => ({
      key: header,
      header,
      ...(isShare && { share: true as const }),
      decimals: 1,
      value: ({ values }: ChartRow) => values[i] ?? null,
      render: ({ texts: said }: ChartRow) => said[i] ?? '',
    })),
  ];
}
