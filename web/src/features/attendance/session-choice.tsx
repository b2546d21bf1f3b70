import type { SheetSession } from '../../api/types';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import { formatDate, formatWeekdayShort } from '../../ui/format';

const words = texts.attendance;

interface SessionChoiceProps {
  sessions: readonly SheetSession[];
  value: string;
  onChange: (id: string) => void;
}

/** The days of a training, side by side; nothing to choose where there is one only. */
export function SessionChoice({ sessions, value, onChange }: SessionChoiceProps) {
  const choices = sessions.map(({ id, heldOn, startsAt, endsAt }) => ({
    value: id,
    label: `${formatWeekdayShort(heldOn)}, ${formatDate(heldOn)}`,
    hint: words.sessionHint(startsAt, endsAt),
  }));
  return (
    <ChoiceGroup
      legend={words.session}
      choices={choices}
      value={value}
      onChange={onChange}
      field="session"
      size="small"
    />
  );
}
