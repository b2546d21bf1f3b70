import { ActionIcon, Anchor, Group, Paper, Popover, Progress, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import classes from './figure-card.module.css';

const { explain } = texts.overview.figures;

export interface Figure {
  /** The number in words: "56 von 66". */
  value: string;
  /** What it counts. */
  label: string;
  /** The list behind the number, where there is one. */
  href?: string | undefined;
  /** A second number, smaller. */
  text?: string | undefined;
  /** How it is counted; shown on demand. */
  definition?: string | undefined;
  /** Share 0…1, drawn as a bar. */
  share?: number | undefined;
}

/** One number of the overview: leads to the list behind it, says on demand how it is counted. */
export function FigureCard({ value, label, href, text, definition, share }: Figure) {
  const words = (
    <>
      <span className={classes.value}>{value}</span>
      <span className={classes.label}>{label}</span>
    </>
  );
  return (
    <Paper component="li" withBorder radius="lg" p="md" className={classes.card}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        {href === undefined ? (
          <div className={classes.link}>{words}</div>
        ) : (
          <Anchor component={Link} href={href} c="inherit" className={classes.link}>
            {words}
          </Anchor>
        )}
        {definition && <Definition label={label} text={definition} />}
      </Group>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
      {share !== undefined && (
        <Progress value={share * 100} size={6} mt={8} className={classes.share} aria-hidden />
      )}
    </Paper>
  );
}

function Definition({ label, text }: { label: string; text: string }) {
  return (
    <Popover width={300} position="bottom-end" shadow="md" withArrow trapFocus={false}>
      <Popover.Target>
        <ActionIcon className="no-print" variant="subtle" color="gray" size={32} aria-label={explain(label)}>
          <IconInfoCircle size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" role="status">
          {text}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
