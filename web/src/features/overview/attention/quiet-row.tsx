import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../../texts/de';
import { formatDate, formatDayMonth, formatInteger } from '../../../ui/format';
import { DialogButton } from '../../../ui/dialog-button';
import { AdviceButton } from '../../advice/advice-button';
import { ReminderDialog } from '../../completeness/reminder-dialog';
import { useFilteredHref } from '../overview-filter';
import type { QuietHouse } from '../queries';
import { showParam, showValues } from '../show';
import { AttentionRow, Contact } from './attention-row';
import { useKeeps } from './use-keeps';

const words = texts.attention.quiet;

/** The way to every house that has gone quiet. */
export function AllQuiet({ count }: { count: number }) {
  const href = useFilteredHref()('/ueberblick/einrichtungen', { [showParam]: showValues.quiet });
  return (
    <Anchor component={Link} href={href} size="sm">
      {words.all(formatInteger(count))}
    </Anchor>
  );
}

/** A house that has gone quiet: call, write, note what was said. */
export function QuietRow({ house }: { house: QuietHouse }) {
  const { institutionId, name, districtName, daysSince, lastActivityOn, remindedOn } = house;
  const keeps = useKeeps();
  return (
    <AttentionRow
      title={name}
      href={`/einrichtungen/${institutionId}`}
      contact={<Contact house={name} {...house} />}
      actions={
        keeps && (
          <>
            <AdviceButton institutionId={institutionId} name={name} />
            {remindedOn === null && <RemindButton house={house} />}
          </>
        )
      }
    >
      {districtName}
      {' · '}
      {lastActivityOn === null ? words.never(daysSince) : words.since(daysSince, formatDate(lastActivityOn))}
      {remindedOn !== null && ` · ${texts.completeness.reminded(formatDayMonth(remindedOn))}`}
    </AttentionRow>
  );
}

/** Where calling does not help, or beside it: the letter that asks for what lacks. */
function RemindButton({ house: { institutionId, name } }: { house: QuietHouse }) {
  return (
    <DialogButton
      label={words.remind}
      ariaLabel={words.remindLabel(name)}
      title={texts.completeness.reminder.title}
    >
      {(close) => <ReminderDialog institutionIds={[institutionId]} onDone={close} />}
    </DialogButton>
  );
}
