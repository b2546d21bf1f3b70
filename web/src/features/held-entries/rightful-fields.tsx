import { Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { HeldEntry } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { NumberField } from '../forms/number-field';
import { fieldsOf, type Rightful, type RightfulField } from './putting-right';

const words = texts.heldEntries;

interface RightfulFieldsProps {
  entry: HeldEntry;
  form: UseFormReturnType<Rightful>;
}

/** What the lead can put right before it is taken. */
export function RightfulFields({ entry, form }: RightfulFieldsProps) {
  return (
    <Group gap="md" align="flex-end">
      {fieldsOf(entry).map((field) =>
        field === 'heldOn' ? (
          <TextInput
            key={field}
            type="date"
            label={words.fields.heldOn}
            description={descriptionOf(entry)}
            {...form.getInputProps(field)}
          />
        ) : (
          <Count key={field} field={field} form={form} />
        ),
      )}
    </Group>
  );
}

function Count({
  field,
  form,
}: {
  field: Exclude<RightfulField, 'heldOn'>;
  form: RightfulFieldsProps['form'];
}) {
  const isValue = field === 'value';
  return (
    <NumberField
      label={words.fields[field]}
      maw={120}
      allowDecimal={isValue}
      allowNegative={isValue}
      decimalSeparator=","
      {...form.getInputProps(field)}
    />
  );
}

function descriptionOf({ proposed }: HeldEntry): string | undefined {
  const day = proposed?.['heldOn'];
  return typeof day === 'string' ? words.proposed(formatDate(day)) : undefined;
}
