import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../texts/de';
import { ChoiceGroup } from './choice-group';
import { addDays, type DateString, formatDate, formatWeekday } from './format';

interface DateChoiceProps {
  legend: string;
  value: DateString;
  onChange: (value: DateString) => void;
  today: DateString;
  /** Earliest day that can be chosen. */
  earliest: DateString;
  error?: React.ReactNode;
  field: string;
}

type Day = 'today' | 'yesterday' | 'other';

const words = texts.common;

/** Today and yesterday by a tap, any other day by the device's own calendar. */
export function DateChoice({ legend, value, onChange, today, earliest, error, field }: DateChoiceProps) {
  const yesterday = addDays(today, -1);
  const [browsing, setBrowsing] = useState(false);
  const day = browsing ? 'other' : dayOf(value, today, yesterday);
  const choose = (chosen: Day) => {
    setBrowsing(chosen === 'other');
    if (chosen !== 'other') onChange(chosen === 'today' ? today : yesterday);
  };
  return (
    <div>
      <ChoiceGroup
        legend={legend}
        size="small"
        field={field}
        error={error}
        value={day}
        onChange={choose}
        choices={[
          { value: 'today', label: words.today },
          { value: 'yesterday', label: words.yesterday },
          { value: 'other', label: words.otherDay },
        ]}
      />
      {day === 'other' && (
        <TextInput
          mt="sm"
          type="date"
          size="lg"
          maw={260}
          aria-label={words.chooseDay}
          value={value}
          min={earliest}
          max={today}
          onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value)}
        />
      )}
      <Text size="sm" c="dimmed" mt={6} aria-live="polite">
        {`${formatWeekday(value)}, ${formatDate(value)}`}
      </Text>
    </div>
  );
}

function dayOf(value: DateString, today: DateString, yesterday: DateString): Day {
  if (value === today) return 'today';
  return value === yesterday ? 'yesterday' : 'other';
}
