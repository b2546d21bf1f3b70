import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { DialogButton } from '../../ui/dialog-button';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { reportQuery } from '../reports/queries';
import { type Figure, figuresOf, formatFigure, type Report } from '../reports/report';
import classes from './headline.module.css';
import { useOverviewFilter } from './overview-filter';

const words = texts.overview.headline;

/** The row by which symbioun reports on a project. */
export function Headline() {
  const query = useQuery(reportQuery('headline', useOverviewFilter()));
  return (
    <Panel title={words.title} oneLine action={query.data && <Definitions report={query.data} />}>
      <QueryView query={query} loading={<Skeleton className={classes.loading} radius="md" />}>
        {(report) => (
          <dl className={classes.row} aria-label={words.title}>
            {figuresOf(report).map((figure) => (
              <Number key={figure.code} figure={figure} />
            ))}
          </dl>
        )}
      </QueryView>
    </Panel>
  );
}

function Number({ figure }: { figure: Figure }) {
  const { about, previous } = figure;
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{about.title}</dt>
      <dd className={classes.value}>{formatFigure(about, figure)}</dd>
      {previous && <dd className={classes.before}>{words.before(formatFigure(about, previous))}</dd>}
    </div>
  );
}

/** What each of the numbers counts. */
function Definitions({ report }: { report: Report }) {
  return (
    <DialogButton label={words.explain} title={words.explain} variant="subtle" size="compact-sm" mih={32}>
      {() => (
        <Stack gap="md">
          {report.figures.map(({ code, title, definition }) => (
            <div key={code}>
              <Text fw={600}>{title}</Text>
              <Text size="sm">{definition}</Text>
            </div>
          ))}
        </Stack>
      )}
    </DialogButton>
  );
}
