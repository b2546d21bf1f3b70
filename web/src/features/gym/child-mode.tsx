import { useRef } from 'react';
import { texts } from '../../texts/de';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';
import { isSettled, nextAfter } from './cells';
import { ChildBar } from './child-bar';
import { GymFrame } from './gym-frame';
import { HowTo } from './how-to';
import { NoConsent } from './no-consent';
import { NotDone } from './not-done';
import type { DaySheet, Protocol, SheetChild } from './sheet';
import classes from './station.module.css';
import { Strip } from './strip';
import { type Leave, TaskPanel } from './task-panel';
import { type Desk, useDesk } from './use-desk';
import { useStay } from './use-stay';
import { useSwipe } from './use-swipe';
import { useWakeLock } from './use-wake-lock';

const words = texts.gym;
const TASK = 'aufgabe';

/** One child, all tasks one after the other. Names as in station mode, and "Nächste Aufgabe", "Vorige Aufgabe", the list "Aufgaben". */
export function ChildMode({ sheet, child }: { sheet: DaySheet; child: SheetChild }) {
  useWakeLock();
  const desk = useDesk(sheet);
  const address = useAddress();
  const open = sheet.protocols.filter((protocol) => !isSettled(desk.taskOf(child, protocol)));
  const stuck = open.find((protocol) => desk.taskOf(child, protocol).state === 'trouble');
  const current = shownOf(sheet.protocols, open, address.get(TASK) ?? stuck?.itemCode);
  useStay(TASK, current?.itemCode);
  if (!current) return <Empty title={words.noTask.title}>{words.noTask.text}</Empty>;
  const untouched = open.filter((protocol) => desk.taskOf(child, protocol).filled === 0);
  return (
    <GymFrame sheet={sheet} title={current.shortTitle}>
      <OneTaskAfterTheOther
        desk={desk}
        child={child}
        current={current}
        open={open}
        onChoose={({ itemCode }) => address.set({ [TASK]: itemCode }, { replace: true })}
      />
      <HowTo protocol={current} />
      {child.hasConsent && untouched.length > 1 && (
        <NotDone
          title={words.notDone.all}
          disabled={false}
          onSay={(reason) => desk.sayNotDone(child, untouched, reason)}
        />
      )}
    </GymFrame>
  );
}

/** The one that is named, or else the first that is still to be done; those that are not optional first. */
function shownOf(all: readonly Protocol[], open: readonly Protocol[], wanted: string | undefined) {
  const named = all.find(({ itemCode }) => itemCode === wanted);
  return named ?? open.find(({ optional }) => !optional) ?? open[0] ?? all[0];
}

interface RowProps {
  desk: Desk;
  child: SheetChild;
  current: Protocol;
  open: readonly Protocol[];
  onChoose: (protocol: Protocol) => void;
}

function OneTaskAfterTheOther({ desk, child, current, open, onChoose }: RowProps) {
  const leaving = useRef<Leave>(() => true);
  const { protocols, groups } = desk.sheet;
  const at = protocols.indexOf(current);
  const go = (protocol: Protocol | undefined) => {
    if (protocol && protocol !== current && leaving.current()) onChoose(protocol);
  };
  const next = nextAfter(protocols, at, (protocol) => open.includes(protocol)) ?? protocols[at + 1];
  const before = protocols[at - 1];
  const swipe = useSwipe(
    () => go(protocols[at + 1]),
    () => go(before),
  );
  return (
    <>
      <Strip
        wide
        label={words.strip.tasks}
        current={current.itemCode}
        onChoose={(code) => go(protocols.find(({ itemCode }) => itemCode === code))}
        items={protocols.map((protocol) => ({
          id: protocol.itemCode,
          title: protocol.shortTitle,
          task: desk.taskOf(child, protocol),
          note: protocol.optional ? words.strip.optional : undefined,
          begun: desk.typed.isBegun(child.childId, protocol.id),
        }))}
      />
      <div className={classes.child} {...swipe}>
        <ChildBar
          code={child.code}
          note={words.taskPlace(at + 1, protocols.length)}
          group={groups.find(({ id }) => id === child.groupId)?.name ?? ''}
          back={before ? { label: words.previousTask, go: () => go(before) } : null}
          undo={desk.undo}
        />
        {child.hasConsent ? (
          <TaskPanel
            key={`${child.childId}/${current.id}`}
            desk={desk}
            child={child}
            protocol={current}
            leaving={leaving}
            next={next ? { label: words.nextTask, go: () => go(next) } : null}
          />
        ) : (
          <NoConsent />
        )}
      </div>
    </>
  );
}
