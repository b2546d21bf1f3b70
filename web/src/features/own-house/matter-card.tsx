import { Anchor, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { ChangeLine } from '../reports/change-line';
import { type ReportFilter, reportQuery } from '../reports/queries';
import { behind, type Figure, figureOf, formatFigure } from '../reports/report';
import { hasRole, useSession } from '../session/session';
import type { Matter } from './matters';
import classes from './matter-card.module.css';

const words = texts.ownHouse;

/** A number of the own house: the question it answers, what it means, what one can do, and how it is counted. */
export function MatterCard({ matter, filter }: { matter: Matter; filter: ReportFilter }) {
  const query = useQuery(reportQuery(matter.report, filter));
  return (
    <Paper component="li" withBorder radius="lg" p={{ base: 'md', sm: 'lg' }} className={classes.card}>
      <Title order={2} fz="lg">
        {words.figures[matter.code].question}
      </Title>
      <QueryView query={query} loading={<Skeleton className={classes.loading} radius="md" />}>
        {(report) => <FigureView figure={figureOf(report, matter.code)} matter={matter} />}
      </QueryView>
    </Paper>
  );
}

function FigureView({ figure, matter }: { figure: Figure | null; matter: Matter }) {
  const { value, meaning, hint } = words.figures[matter.code];
  if (!figure) return null;
  const counted = figure.value !== null;
  const isFull = figure.about.kind === 'share' && figure.value === 1;
  return (
    <>
      <div>
        <Text className={classes.value}>
          {counted ? value(formatFigure(figure.about, figure), behind(figure)) : words.nothing}
        </Text>
        {counted && <ChangeLine figure={figure} />}
      </div>
      <Text>{meaning}</Text>
      <Text>
        {isFull ? (
          words.full
        ) : (
          <>
            {hint} <WayOut matter={matter} />
          </>
        )}
      </Text>
      <Text size="sm" c="dimmed" className={classes.definition}>
        {words.definition} {figure.about.definition}
      </Text>
    </>
  );
}

/** The page where this person can do something about it. */
function WayOut({ matter: { ways } }: { matter: Matter }) {
  const session = useSession();
  const way = ways.find(({ roles }) => hasRole(session, ...roles));
  return (
    way && (
      <Anchor
        component={Link}
        href={way.path}
        inherit
        className="no-print"
        underline="always"
        style={{ whiteSpace: 'nowrap' }}
      >
        {way.label}
      </Anchor>
    )
  );
}
