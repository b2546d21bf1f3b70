import { Anchor, Badge, Box, Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Activity, FocusArea } from '../../api/types';
import type { EntryOf } from '../../outbox/entry';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatMinutes } from '../../ui/format';
import { housesOf, useSession } from '../session/session';
import classes from './activity-card.module.css';
import { focusIcon } from './focus-icons';

const words = texts.activities.mine;

interface ActivityCardProps {
  activity: Activity;
  focusAreas: readonly FocusArea[];
  /** Address to return to after a change. */
  returnTo: string;
  withAuthor: boolean;
  /** Changed on this device, and the server does not know yet. */
  waiting: boolean;
  onRemove: () => void;
}

/** One entry in a list, with what can be done to it. */
export function ActivityCard(props: ActivityCardProps) {
  const { activity, focusAreas, returnTo, withAuthor, waiting, onRemove } = props;
  const title = titleOf(activity, focusAreas);
  const FocusIcon = focusIcon(activity.focusArea);
  const severalHouses = housesOf(useSession()).length > 1;
  return (
    <Paper component="li" withBorder radius="lg" className={classes.card}>
      <FocusIcon size={28} stroke={1.6} className={classes.icon} aria-hidden />
      <Box className={classes.words}>
        <Text fw={600}>{title}</Text>
        {waiting && <NotArrived />}
        <Text size="sm" c="dimmed" className="numbers">
          {factsOf(activity).join(' · ')}
        </Text>
        {activity.note && (
          <Text size="sm" mt={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {activity.note}
          </Text>
        )}
        {severalHouses && (
          <Text size="sm" c="dimmed">
            {activity.institutionName}
          </Text>
        )}
        {withAuthor && activity.authorName && (
          <Text size="sm" c="dimmed" mt={4}>
            {words.by(activity.authorName)}
          </Text>
        )}
        {activity.editable ? (
          <Group gap={4} mt={6} ml={-10}>
            <Button
              component={Link}
              href={`/eintrag/${activity.id}?zurueck=${encodeURIComponent(returnTo)}`}
              variant="subtle"
              size="compact-md"
              h={40}
              leftSection={<IconPencil size={18} aria-hidden />}
              aria-label={words.editLabel(title)}
            >
              {texts.common.edit}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              h={40}
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={words.removeLabel(title)}
              onClick={onRemove}
            >
              {texts.common.remove}
            </Button>
          </Group>
        ) : (
          <Group gap={6} mt={8} wrap="nowrap" c="dimmed">
            <IconLock size={16} aria-hidden />
            <Text size="sm">{words.noLongerEditable}</Text>
          </Group>
        )}
      </Box>
    </Paper>
  );
}

function NotArrived() {
  return (
    <Badge variant="light" color="sonne" tt="none" fw={600}>
      {words.waiting}
    </Badge>
  );
}

interface WaitingCardProps {
  entry: EntryOf<'activity'>;
}

/** A new entry that the server does not have yet. */
export function WaitingCard({ entry }: WaitingCardProps) {
  const isStuck = entry.state === 'needs_help';
  const FocusIcon = focusIcon(entry.body.focusArea);
  return (
    <Paper component="li" withBorder radius="lg" className={classes.card}>
      <FocusIcon size={28} stroke={1.6} className={classes.icon} aria-hidden />
      <Box className={classes.words}>
        <Text fw={600}>{entry.summary}</Text>
        <Anchor
          component={Link}
          href="/wartend"
          size="sm"
          underline="always"
          c={isStuck ? 'var(--mantine-color-error)' : undefined}
        >
          {isStuck ? words.stuck : words.waiting}
        </Anchor>
      </Box>
    </Paper>
  );
}

interface RemovedCardProps {
  activity: Activity;
  focusAreas: readonly FocusArea[];
  onRestore: () => void;
}

/** In the place of a deleted entry: it can be taken back while the list is open. */
export function RemovedCard({ activity, focusAreas, onRestore }: RemovedCardProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <li className={classes.removed}>
      <Text size="sm" role="status">
        {words.deleted(titleOf(activity, focusAreas))}
      </Text>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={onRestore}
      >
        {texts.common.undo}
      </Button>
    </li>
  );
}

function titleOf({ groupName, focusArea }: Activity, focusAreas: readonly FocusArea[]): string {
  const title = focusAreas.find(({ code }) => code === focusArea)?.title;
  return title ? words.entryTitle(groupName, title) : groupName;
}

function factsOf({ minutes, childrenPresent, adultsPresent, place, moduleTitle }: Activity): string[] {
  return [
    formatMinutes(minutes),
    words.children(childrenPresent),
    ...(adultsPresent === null ? [] : [words.adults(adultsPresent)]),
    ...(place === null ? [] : [wordFor(texts.words.place, place)]),
    ...(moduleTitle === null ? [] : [words.module(moduleTitle)]),
  ];
}
