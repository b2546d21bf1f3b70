import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconClockExclamation, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { AttendanceSheet, Session } from '../../api/types';
import { deviceClock } from '../../device/device-clock';
import { useOnline } from '../../device/use-online';
import { useUpdate } from '../../device/use-update';
import { texts } from '../../texts/de';
import { formatSpan } from '../../ui/format';
import { preparedLists } from '../attendance/queries';
import { hasRole, useSession } from '../session/session';
import { useTablet } from '../tablet/use-tablet';
import classes from './device-lines.module.css';

const words = texts.device;

/** What has to be known of this device, in quiet lines above the page: no network, a wrong clock, a new version. */
export function DeviceLines() {
  return (
    <Stack gap={6} className="no-print">
      <OfflineLine />
      <ClockLine />
      <UpdateLine />
    </Stack>
  );
}

interface LineProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

function Line({ icon, title, children, action }: LineProps) {
  return (
    <Group className={classes.line} gap="sm" wrap="nowrap" role="status">
      {icon}
      <Text component="div" size="sm" flex={1}>
        <strong>{title}</strong> {children}
      </Text>
      {action}
    </Group>
  );
}

/** They note something that the network may come later for. */
const ENTERING = ['educator', 'institution_lead', 'coach'] as const;

function OfflineLine() {
  const session = useSession();
  const { sitting } = useTablet();
  // Somebody whom nobody could check is told so in other words.
  if (useOnline() || sitting?.kind === 'add_only') return null;
  return (
    <Line icon={<IconCloudOff size={20} stroke={1.7} aria-hidden />} title={`${words.offline.title}.`}>
      {offlineWords(session)}
      {hasRole(session, 'coordinator') && <PreparedLists />}
    </Line>
  );
}

function offlineWords(session: Session): string {
  if (hasRole(session, ...ENTERING)) return words.offline.text;
  return hasRole(session, 'coordinator') ? words.offline.ticking : words.offline.readOnly;
}

/** Whoever ticks people off starts on a page that needs the network: the way to what is prepared. */
function PreparedLists() {
  const [lists, setLists] = useState<readonly AttendanceSheet[]>([]);
  useEffect(() => void preparedLists().then(setLists), []);
  return lists.map(({ trainingId, title }) => (
    <Anchor
      key={trainingId}
      component={Link}
      href={`/fortbildungen/${trainingId}/anwesenheit`}
      display="block"
      size="sm"
      py={4}
    >
      {words.offline.attendance(title)}
    </Anchor>
  ));
}

function ClockLine() {
  const ahead = useSyncExternalStore(deviceClock.subscribe, deviceClock.getAhead);
  if (ahead === 0) return null;
  const span = formatSpan(ahead);
  return (
    <Line
      icon={<IconClockExclamation size={20} stroke={1.7} aria-hidden />}
      title={ahead > 0 ? words.clock.ahead(span) : words.clock.behind(span)}
    >
      {words.clock.mend}
    </Line>
  );
}

function UpdateLine() {
  const { state, isBusy, ask } = useUpdate();
  if (state === 'none') return null;
  return (
    <Line
      icon={<IconRefresh size={20} stroke={1.7} aria-hidden />}
      title={`${words.update.ready}.`}
      action={
        !isBusy &&
        state === 'ready' && (
          <Button variant="default" size="compact-md" onClick={ask}>
            {words.update.take}
          </Button>
        )
      }
    >
      {isBusy ? words.update.later : state === 'asked' && words.update.asked}
    </Line>
  );
}
