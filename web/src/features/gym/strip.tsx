import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleX,
  IconCloudUp,
  IconLock,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import type { Task, TaskState } from './cells';
import classes from './strip.module.css';

const words = texts.gym.strip;

const ICONS: Record<TaskState, Icon> = {
  done: IconCircleCheckFilled,
  invalid: IconCircleX,
  partly: IconCircleHalf2,
  open: IconCircleDashed,
  not_done: IconBan,
  trouble: IconAlertTriangle,
  no_consent: IconLock,
};

/** More than three lines on a tablet: then each is a little lower. */
const MANY = 21;

export interface StripItem {
  id: string;
  title: string;
  /** Below the title, besides the state. */
  note?: string | undefined;
  /** Something is typed and not stored yet. */
  begun?: boolean;
  task: Task;
}

interface StripProps {
  label: string;
  items: readonly StripItem[];
  current: string | undefined;
  onChoose: (id: string) => void;
  /** Longer titles than codes. */
  wide?: boolean;
}

/** Who or what is missing, at a glance: each with a sign and a word, and one touch goes there. */
export function Strip({ label, items, current, onChoose, wide = false }: StripProps) {
  return (
    <ul
      className={classes.strip}
      aria-label={label}
      data-wide={wide || undefined}
      data-many={items.length > MANY || undefined}
    >
      {items.map((item) => (
        <li key={item.id}>
          <Chip item={item} isCurrent={item.id === current} onChoose={() => onChoose(item.id)} />
        </li>
      ))}
    </ul>
  );
}

interface ChipProps {
  item: StripItem;
  isCurrent: boolean;
  onChoose: () => void;
}

function Chip({ item: { title, note, task, begun = false }, isCurrent, onChoose }: ChipProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) scrollInside(button.current);
  }, [isCurrent]);
  const StateIcon = ICONS[task.state];
  return (
    <button
      ref={button}
      type="button"
      className={classes.chip}
      data-state={task.state}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className={classes.title}>{title}</span>
      <span className={classes.state}>
        {task.waiting ? (
          <IconCloudUp size={15} aria-hidden />
        ) : (
          <StateIcon className={classes.icon} size={15} aria-hidden />
        )}
        {begun ? words.begun : stateWords(task)}
        {task.waiting && <span className={classes.unseen}>, {words.waiting}</span>}
      </span>
      {note && <span className={classes.note}>{note}</span>}
    </button>
  );
}

/** On a phone the strip is one line: the chosen one comes into sight, and the page stays where it is. */
function scrollInside(chip: HTMLElement | null): void {
  const strip = chip?.closest('ul');
  if (!chip || !strip || strip.scrollWidth <= strip.clientWidth) return;
  strip.scrollTo({ left: chip.offsetLeft - strip.offsetLeft - (strip.clientWidth - chip.offsetWidth) / 2 });
}

function stateWords({ state, filled, total, reason }: Task): string {
  if (state === 'partly') return words.states.partly(filled, total);
  if (state === 'not_done' && reason) return texts.gym.reasons[reason];
  return words.states[state];
}
