import { useAddress } from '../../ui/use-address';
import { addDays, type DateString } from '../../ui/format';
import { type IsoWeek, mondayOfWeek, weekOf } from '../../ui/iso-week';
import { useSession } from '../session/session';

export interface Week {
  week: IsoWeek;
  monday: DateString;
  sunday: DateString;
  /** The running week; later ones hold nothing. */
  isCurrent: boolean;
  /** Shows the week some weeks later (or earlier, if negative). */
  move: (weeks: number) => void;
  toCurrent: () => void;
}

/** The week in the address (`?woche=2026-W47`), the running one if there is none. */
export function useWeek(): Week {
  const { today } = useSession();
  const address = useAddress();
  const current = weekOf(today);
  const wanted = address.get('woche') ?? current;
  const monday = mondayOfWeek(wanted) ?? mondayOfWeek(current) ?? today;
  const show = (week: IsoWeek) => address.set({ woche: week === current ? null : week });
  return {
    week: weekOf(monday),
    monday,
    sunday: addDays(monday, 6),
    isCurrent: weekOf(monday) === current,
    move: (weeks) => show(weekOf(addDays(monday, 7 * weeks))),
    toCurrent: () => show(current),
  };
}
