import { NativeSelect } from '@mantine/core';
import { texts } from '../../texts/de';
import type { DaySheet } from './sheet';

const words = texts.gym.strip;

interface GroupChoiceProps {
  sheet: DaySheet;
  value: string | null;
  onChange: (id: string | null) => void;
  /** Without a visible label, where there is little room. */
  bare?: boolean;
}

/** Only where there is something to choose. */
export function GroupChoice({ sheet, value, onChange, bare = false }: GroupChoiceProps) {
  if (sheet.groups.length < 2) return null;
  return (
    <NativeSelect
      label={bare ? undefined : words.group}
      aria-label={words.group}
      size="md"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      data={[
        { value: '', label: words.allGroups },
        ...sheet.groups.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
