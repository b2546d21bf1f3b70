import { Badge, Button, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { isSettled, recordable, stateOf } from './cell-state';
import classes from './matrix.module.css';
import type { SheetProtocol } from './queries';
import type { SheetOrCopy } from './sheet-copy';

const words = texts.testDays.day;

/** Each task with how many children are through, and the way to enter it. */
export function Stations({ sheet, open }: { sheet: SheetOrCopy; open: boolean }) {
  const children = recordable(sheet);
  return (
    <ul className={classes.stations}>
      {sheet.protocols.map((protocol) => {
        const done = children.filter((child) => isSettled(stateOf(child, protocol))).length;
        return (
          <li key={protocol.id} className={classes.station}>
            <StationWords protocol={protocol}>
              {!sheet.withoutResults && <Done done={done} all={children.length} />}
            </StationWords>
            {open && (
              <Button
                component={Link}
                href={`/testtage/${sheet.testDay.id}/station/${protocol.itemCode}`}
                variant="light"
                size="md"
                aria-label={words.openStationOf(protocol.itemTitle)}
              >
                {words.openStation}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function StationWords({ protocol, children }: { protocol: SheetProtocol; children: ReactNode }) {
  return (
    <div className={classes.stationWords}>
      <Group gap="xs">
        <Text fw={600}>{protocol.itemTitle}</Text>
        <Text c="dimmed" size="sm">
          {protocol.itemCode}
        </Text>
        {protocol.optional && (
          <Badge variant="light" color="gray" tt="none">
            {words.optional}
          </Badge>
        )}
      </Group>
      {children}
    </div>
  );
}

/** How many are through; the words say it, the bar shows it. */
function Done({ done, all }: { done: number; all: number }) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {words.done(done, all)}
      </Text>
      <Progress value={all === 0 ? 0 : (100 * done) / all} size="sm" mt={4} maw={320} aria-hidden />
    </>
  );
}
