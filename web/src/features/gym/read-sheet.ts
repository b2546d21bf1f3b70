import type { SheetOrCopy } from '../test-days/sheet-copy';
import type { DateString } from '../../ui/format';
import type { DaySheet, Protocol, Reason, SheetResult } from './sheet';

/** The server's sheet as the entry screens use it: words of its vocabulary as types, and what can be entered today. */
export function readSheet(
  { testDay, protocols, groups, children, withoutResults = false }: SheetOrCopy,
  today: DateString,
): DaySheet {
  return {
    id: testDay.id,
    batteryTitle: testDay.batteryTitle,
    heldOn: testDay.heldOn,
    withoutResults,
    isClosed: testDay.state === 'closed',
    barred: barOf(testDay, today),
    groups,
    protocols: protocols.map((protocol) => ({
      ...protocol,
      shortTitle: protocol.title.split(', ')[0] ?? protocol.title,
      unit: protocol.unit as Protocol['unit'],
      rule: protocol.rule,
      timer: protocol.timer as Protocol['timer'],
    })),
    children: children.map((child) => ({
      ...child,
      results: child.results.map((result) => ({
        ...result,
        state: result.state as SheetResult['state'],
        reason: result.reason as Reason | null,
      })),
    })),
  };
}

type Day = SheetOrCopy['testDay'];

function barOf({ origin, heldOn, needsRelease }: Day, today: DateString): DaySheet['barred'] {
  if (origin === 'brought') return 'brought';
  if (heldOn > today) return 'ahead';
  return needsRelease ? 'not_released' : null;
}
