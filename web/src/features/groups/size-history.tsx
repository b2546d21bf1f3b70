import { List, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { formatDate, formatInteger } from '../../ui/format';
import { groupSizesQuery } from './queries';

const words = texts.groupYears.sizes;

interface SinceValues {
  since: 'day' | 'start';
  sizeFrom: string;
}

/** The day that is sent; the year's first for a number that was wrong from the beginning. */
export function dayOf({ since, sizeFrom }: SinceValues, schoolYear: number): string {
  const [first, last] = [`${schoolYear}-08-01`, `${schoolYear + 1}-07-31`];
  if (since === 'start' || sizeFrom < first) return first;
  return sizeFrom > last ? last : sizeFrom;
}

/** Since when a changed size holds. */
export function SizeSince<Values extends SinceValues>({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <Stack gap="xs">
      <Radio.Group label={words.since} {...form.getInputProps('since')}>
        <Stack gap="xs" mt={6}>
          <Radio value="day" label={words.fromDay} />
          <Radio value="start" label={words.fromStart} />
        </Stack>
      </Radio.Group>
      {form.values.since === 'day' && (
        <TextInput type="date" label={words.day} maw={220} {...form.getInputProps('sizeFrom')} />
      )}
    </Stack>
  );
}

/** How the size went through the year, if it changed at all. */
export function SizeHistory({ groupId }: { groupId: string }) {
  const { data: sizes = [] } = useQuery(groupSizesQuery(groupId));
  if (sizes.length < 2) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {words.title}
      </Text>
      <List size="sm">
        {sizes.map(({ validFrom, size }) => (
          <List.Item key={validFrom}>{words.line(formatDate(validFrom), formatInteger(size))}</List.Item>
        ))}
      </List>
    </div>
  );
}
