import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';
import { CaptureRow } from './capture-row';
import classes from './capture-view.module.css';
import { childrenOf, isSettled, labelOf } from './cells';
import { GymFrame } from './gym-frame';
import type { DaySheet } from './sheet';
import { GroupChoice } from './group-choice';
import { useDesk } from './use-desk';
import { limitsSentence } from './value-check';

const words = texts.gym.capture;
const TASK = 'aufgabe';
const GROUP = 'gruppe';

/** Printed sheets typed in: a line for each child, a cell for each try, the keyboard never left. */
export function CaptureView({ sheet }: { sheet: DaySheet }) {
  const desk = useDesk(sheet);
  const address = useAddress();
  const wanted = address.get(TASK);
  const protocol = sheet.protocols.find(({ itemCode }) => itemCode === wanted) ?? sheet.protocols[0];
  const children = childrenOf(sheet, address.get(GROUP)).filter(({ hasConsent }) => hasConsent);
  if (!protocol) return <Empty title={texts.gym.noTask.title}>{texts.gym.noTask.text}</Empty>;
  const open = children.filter((child) => !isSettled(desk.taskOf(child, protocol)));
  return (
    <GymFrame sheet={sheet} title={words.title}>
      <Text c="dimmed">
        {words.intro} {texts.gym.paper.legend}
      </Text>
      <Group gap="md" align="flex-end">
        <NativeSelect
          label={words.task}
          size="md"
          value={protocol.itemCode}
          onChange={({ currentTarget }) => address.set({ [TASK]: currentTarget.value }, { replace: true })}
          data={sheet.protocols.map(({ itemCode, shortTitle }) => ({ value: itemCode, label: shortTitle }))}
        />
        <GroupChoice
          sheet={sheet}
          value={address.get(GROUP)}
          onChange={(id) => address.set({ [GROUP]: id }, { replace: true })}
        />
        <Button
          component={Link}
          href={`/testtage/${sheet.id}/boegen`}
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
        >
          {words.paper}
        </Button>
        <Text fw={600} role="status" pb={8}>
          {texts.gym.strip.missing(open.length)}
        </Text>
      </Group>
      <Text size="sm">
        {protocol.unit === 'yes_no' ? words.yesNo : limitsSentence(protocol)}{' '}
        {protocol.lapMetres !== null && words.laps(protocol.lapMetres)}
      </Text>
      {children.length === 0 ? (
        <Empty title={texts.gym.noChildren.title}>{texts.gym.noChildren.text}</Empty>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={protocol.shortTitle}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{words.code}</th>
                {Array.from({ length: protocol.trials }, (_, index) => (
                  <th key={index} scope="col">
                    {labelOf(protocol, index + 1)}
                  </th>
                ))}
                <th scope="col">{words.notDone}</th>
              </tr>
            </thead>
            <tbody>
              {children.map((child) => (
                <CaptureRow
                  key={`${child.childId}/${protocol.id}`}
                  desk={desk}
                  child={child}
                  protocol={protocol}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {desk.undo && (
        <Group>
          <Button variant="default" onClick={desk.undo.back}>
            {texts.gym.undoOf(desk.undo.words)}
          </Button>
        </Group>
      )}
    </GymFrame>
  );
}
