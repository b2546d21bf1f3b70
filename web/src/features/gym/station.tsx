import { Switch, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';
import { childrenOf, isSettled, nextAfter } from './cells';
import { ChildBar } from './child-bar';
import { GroupChoice } from './group-choice';
import { GymFrame } from './gym-frame';
import { HowTo } from './how-to';
import { LapBoard } from './lap-board';
import { LapViewChoice } from './lap-view-choice';
import { NoConsent } from './no-consent';
import type { DaySheet, Protocol, SheetChild } from './sheet';
import classes from './station.module.css';
import { Strip } from './strip';
import { type Leave, TaskPanel } from './task-panel';
import { type Desk, useDesk } from './use-desk';
import { useStay } from './use-stay';
import { useSwipe } from './use-swipe';
import { useWakeLock } from './use-wake-lock';

const words = texts.gym;
const GROUP = 'gruppe';
const CHILD = 'kind';

/**
 * One task, all children one after the other.
 *
 * Names by which it is used: the fields "Versuch 1" … (or the protocol's own, "6 cm – 1. Versuch"), the buttons "1" … "9", "0", "Komma",
 * "Speichern", "Fehlversuch", "Nächstes Kind", "Voriges Kind", "Rückgängig: …", the group "Nicht durchgeführt" with a button for each
 * reason ("Krank"), the list "Kinder" with a button for each child ("K7F9Q offen").
 */
export function Station({ sheet, protocol }: { sheet: DaySheet; protocol: Protocol }) {
  useWakeLock();
  const desk = useDesk(sheet);
  const address = useAddress();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const children = childrenOf(sheet, address.get(GROUP));
  const isOpen = (child: SheetChild) => !isSettled(desk.taskOf(child, protocol));
  const wanted = children.find(({ childId }) => childId === address.get(CHILD));
  const current = wanted ?? children.find(isOpen) ?? children[0];
  useStay(CHILD, current?.childId);
  if (!current) return <NoChildren sheet={sheet} protocol={protocol} />;
  const isBoard = protocol.timer === 'laps' && address.get('ansicht') !== 'einzeln';
  return (
    <GymFrame sheet={sheet} title={protocol.shortTitle}>
      <div className={classes.top}>
        <div className={classes.tools}>
          <HowTo protocol={protocol} />
          <GroupChoice
            bare
            sheet={sheet}
            value={address.get(GROUP)}
            onChange={(id) => address.set({ [GROUP]: id, [CHILD]: null }, { replace: true })}
          />
          {!isBoard && (
            <Switch
              label={words.strip.onlyOpen}
              checked={onlyOpen}
              onChange={({ currentTarget }) => setOnlyOpen(currentTarget.checked)}
            />
          )}
        </div>
        <Progress children={children} isOpen={isOpen} />
      </div>
      {protocol.timer === 'laps' && <LapViewChoice isBoard={isBoard} />}
      {isBoard && <LapBoard desk={desk} protocol={protocol} children={children} />}
      {!isBoard && (
        <OneAfterTheOther
          desk={desk}
          protocol={protocol}
          children={children}
          current={current}
          isOpen={isOpen}
          onlyOpen={onlyOpen}
          onChoose={(id) => address.set({ [CHILD]: id }, { replace: true })}
        />
      )}
    </GymFrame>
  );
}

function NoChildren({ sheet, protocol }: { sheet: DaySheet; protocol: Protocol }) {
  return (
    <GymFrame sheet={sheet} title={protocol.shortTitle}>
      <Empty title={words.noChildren.title}>{words.noChildren.text}</Empty>
    </GymFrame>
  );
}

/** How many are done, and how many are missing; those whose results are not kept are not counted. */
function Progress({ children, isOpen }: Pick<RowProps, 'children' | 'isOpen'>) {
  const counted = children.filter(({ hasConsent }) => hasConsent).length;
  const open = children.filter(isOpen).length;
  return (
    <Text className={classes.count} role="status">
      {words.strip.count(counted - open, counted)}, {words.strip.missing(open)}
    </Text>
  );
}

interface RowProps {
  desk: Desk;
  protocol: Protocol;
  children: readonly SheetChild[];
  current: SheetChild;
  isOpen: (child: SheetChild) => boolean;
  /** Leaves those out of the strip who are done. */
  onlyOpen: boolean;
  onChoose: (childId: string) => void;
}

function OneAfterTheOther({ desk, protocol, children, current, isOpen, onlyOpen, onChoose }: RowProps) {
  const leaving = useRef<Leave>(() => true);
  const at = children.indexOf(current);
  const go = (child: SheetChild | undefined) => {
    if (child && child !== current && leaving.current()) onChoose(child.childId);
  };
  // Straight on as long as somebody comes; then back to those who were passed over.
  const next = children.slice(at + 1).find(isOpen) ?? nextAfter(children, at, isOpen) ?? children[at + 1];
  const before = children[at - 1];
  const swipe = useSwipe(
    () => go(children[at + 1]),
    () => go(before),
  );
  const shown = onlyOpen ? children.filter((child) => child === current || isOpen(child)) : children;
  const group = desk.sheet.groups.find(({ id }) => id === current.groupId)?.name ?? '';
  return (
    <>
      <Strip
        label={words.strip.label}
        current={current.childId}
        onChoose={(id) => go(children.find(({ childId }) => childId === id))}
        items={shown.map((child) => ({
          id: child.childId,
          title: child.code,
          task: desk.taskOf(child, protocol),
          begun: desk.typed.isBegun(child.childId, protocol.id),
        }))}
      />
      <div
        className={classes.child}
        {...swipe}
        onKeyDown={({ key }) => {
          if (key === 'PageDown') go(children[at + 1]);
          if (key === 'PageUp') go(before);
        }}
      >
        <ChildBar
          code={current.code}
          note={words.place(at + 1, children.length)}
          group={group}
          back={before ? { label: words.previousChild, go: () => go(before) } : null}
          undo={desk.undo}
        />
        {current.hasConsent ? (
          <TaskPanel
            key={`${current.childId}/${protocol.id}`}
            desk={desk}
            child={current}
            protocol={protocol}
            leaving={leaving}
            next={next ? { label: words.nextChild, go: () => go(next) } : null}
          />
        ) : (
          <NoConsent />
        )}
      </div>
    </>
  );
}
