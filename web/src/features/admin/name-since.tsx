import { Radio, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts/de';
import type { DistrictValues } from './district-values';

const words = texts.districtYears.rename;

/** The day that is sent with a changed name; nothing for a name that was mistaken. */
export function nameFrom(
  { name }: Partial<DistrictValues>,
  { since, nameFrom: day }: DistrictValues,
): { nameFrom?: string } {
  return name !== undefined && since === 'day' ? { nameFrom: day } : {};
}

/** Since when a changed name holds. */
export function NameSince({ form }: { form: UseFormReturnType<DistrictValues> }) {
  return (
    <Stack gap="xs">
      <Radio.Group label={words.since} {...form.getInputProps('since')}>
        <Stack gap="xs" mt={6}>
          <Radio value="day" label={words.day} />
          <Radio value="ever" label={words.ever} />
        </Stack>
      </Radio.Group>
      {form.values.since === 'day' && (
        <TextInput type="date" label={words.from} maw={220} {...form.getInputProps('nameFrom')} />
      )}
    </Stack>
  );
}
