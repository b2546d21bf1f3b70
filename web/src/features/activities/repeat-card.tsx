import { Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Activity, FocusArea, Group } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import type { House } from '../session/session';
import { repeatOf } from './activity-values';
import { lastActivityQuery } from './queries';
import classes from './repeat-card.module.css';
import type { ActivityForm } from './use-activity-form';

const words = texts.activities.add;

interface RepeatCardProps {
  house: House;
  groups: readonly Group[];
  focusAreas: readonly FocusArea[];
  form: ActivityForm;
}

/** Fills everything in like the last time by one tap; the second tap saves. Only if that group still exists. */
export function RepeatCard({ house, groups, focusAreas, form }: RepeatCardProps) {
  const { data: last } = useQuery(lastActivityQuery(house.id));
  const [taken, setTaken] = useState(false);
  if (!last || !groups.some(({ id }) => id === last.groupId)) return null;
  const repeat = () => {
    form.setValues(repeatOf(last));
    form.clearErrors();
    setTaken(true);
  };
  return (
    <UnstyledButton type="button" className={classes.card} onClick={repeat}>
      <IconRefresh size={26} stroke={1.7} className={classes.icon} aria-hidden />
      <span>
        <Text component="span" display="block" fw={600}>
          {words.again}
        </Text>
        <Text component="span" display="block" size="sm" role="status">
          {taken ? words.againTaken : describe(last, focusAreas)}
        </Text>
      </span>
    </UnstyledButton>
  );
}

function describe(
  { groupName, focusArea, minutes, childrenPresent }: Activity,
  areas: readonly FocusArea[],
): string {
  const title = areas.find(({ code }) => code === focusArea)?.title ?? '';
  return words.againDetails(groupName, title, formatInteger(minutes), childrenPresent);
}
