import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudLock,
  IconCloudUp,
  IconCloudX,
} from '@tabler/icons-react';
import { Alert } from '@mantine/core';
import { Link, useLocation, useSearch } from 'wouter';
import { texts } from '../texts/de';
import { useMinute } from '../ui/use-minute';
import { lineOf, type LineState } from './line';
import classes from './outbox-line.module.css';
import { useOutbox } from './use-outbox';
import { waitingPath } from './waiting-path';

const words = texts.outbox;

const ICONS: Record<LineState, typeof IconCloudUp> = {
  done: IconCloudCheck,
  sending: IconCloudUp,
  waiting: IconCloudUp,
  sealed: IconCloudLock,
  help: IconCloudX,
};

interface OutboxLineProps {
  /** In a row with other things: the age in a few letters. */
  narrow?: boolean;
  /** Says nothing while nothing waits: where nobody is signed in, nobody asks. */
  quiet?: boolean;
}

/** One line that always says whether everything has arrived, and leads to what has not; loud only when someone has to act. */
export function OutboxLine({ narrow = false, quiet = false }: OutboxLineProps) {
  const { state, text, age, count } = lineOf(useOutbox(), useMinute());
  const [path] = useLocation();
  const search = useSearch();
  if (quiet && state === 'done') return null;
  const Sign = ICONS[state];
  return (
    <Link
      className={`${classes.line} no-print`}
      data-state={state}
      href={waitingPath(search ? `${path}?${search}` : path)}
    >
      <Sign size={20} stroke={1.7} aria-hidden />
      <span>
        {/* No role of its own: a link is named by its text, and not every reader counts a status as that. */}
        <span aria-live="polite">{text}</span>
        {age && (narrow ? words.oldestShort(age) : words.oldest(count, age))}
      </span>
    </Link>
  );
}

/** Said at once and on every page where the browser cannot keep what is entered. */
export function OutboxNotice() {
  const { lasting } = useOutbox();
  if (lasting) return null;
  return (
    <Alert
      className="no-print"
      role="alert"
      color="sonne"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle aria-hidden />}
    >
      {words.notKept}
    </Alert>
  );
}
