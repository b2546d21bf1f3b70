import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { ChangeLine } from '../reports/change-line';
import { Definition } from '../reports/definition';
import type { Figure } from '../reports/report';
import classes from './goal-card.module.css';
import { type Goal, progressOf } from './goal';

const words = texts.overview.goals;

export interface Measure {
  figure: Figure;
  /** The number in words: "56 von 66". */
  value: string;
  /** What it counts. */
  label: string;
  /** The list behind the number, where there is one. */
  href?: string;
  /** Absent where there is nothing to aim at. */
  goal?: Goal | undefined;
}

interface GoalCardProps {
  title: string;
  icon: ReactNode;
  /** The first one is the card's. */
  measures: readonly Measure[];
  /** Where targets are set, for who may. */
  goalsHref: string | null;
  children?: ReactNode;
}

/** One side of the programme: where it stands, how far it is to its target, and how it was a year ago. */
export function GoalCard({ title, icon, measures, goalsHref, children }: GoalCardProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder radius="lg" p="md" className={classes.card}>
      <Group gap={8} wrap="nowrap">
        {icon}
        <Title order={2} fz="lg" id={id}>
          {title}
        </Title>
      </Group>
      {measures.map((measure, place) => (
        <MeasureView key={measure.label} {...measure} small={place > 0} goalsHref={goalsHref} />
      ))}
      {children && <div className={classes.foot}>{children}</div>}
    </Paper>
  );
}

function MeasureView(props: Measure & { small: boolean; goalsHref: string | null }) {
  const { figure, value, label, href, goal, small, goalsHref } = props;
  return (
    <div className={classes.measure}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap={4}>
        <div>
          <div className={`${classes.value} ${small ? classes.small : ''}`}>{value}</div>
          {href === undefined ? (
            <Text>{label}</Text>
          ) : (
            <Anchor component={Link} href={href} c="inherit" underline="always">
              {label}
            </Anchor>
          )}
        </div>
        <Definition label={label} text={figure.about.definition} />
      </Group>
      {goal && <GoalLine goal={goal} label={label} href={goalsHref} />}
      <ChangeLine figure={figure} />
    </div>
  );
}

function GoalLine({ goal, label, href }: { goal: Goal; label: string; href: string | null }) {
  const progress = progressOf(goal);
  if (!progress) {
    return (
      <Text size="sm" c="dimmed">
        {words.none}
        {href !== null && (
          <>
            {' '}
            <Anchor
              component={Link}
              href={href}
              inherit
              className="no-print"
              underline="always"
              aria-label={words.setLabel(label)}
            >
              {words.set}
            </Anchor>
          </>
        )}
      </Text>
    );
  }
  return (
    <>
      <div className={classes.track} aria-hidden>
        <div className={classes.done} style={{ width: `${progress.share * 100}%` }} />
      </div>
      <Text size="sm" className="numbers">
        {progress.words}
      </Text>
    </>
  );
}
