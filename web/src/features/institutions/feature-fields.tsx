import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { texts } from '../../texts/de';
import { NumberField } from '../forms/number-field';
import { FieldGrid, type InstitutionFieldsProps } from './field-grid';

const words = texts.institutions.form;
const { detail } = texts.institutions;

const flagsOf = {
  kita: ['familyCentre', 'movementKita', 'plusKita'],
  school: ['allDaySchool'],
} as const;

/** Flags, numbers and codes; only those that the kind of institution can have. */
export function FeatureFields({ form }: InstitutionFieldsProps) {
  const { kind } = form.values;
  return (
    <Stack gap="lg">
      <Stack gap="md">
        {flagsOf[kind].map((flag) => (
          <Group key={flag} gap="md" align="flex-end">
            <Checkbox
              size="md"
              miw={{ base: '100%', xs: 300 }}
              label={detail[flag]}
              {...form.getInputProps(flag, { type: 'checkbox' })}
            />
            {form.values[flag] && (
              <TextInput
                type="date"
                aria-label={words.sinceLabel(detail[flag])}
                {...form.getInputProps(`${flag}Since`)}
              />
            )}
          </Group>
        ))}
        {flagsOf[kind].some((flag) => form.values[flag]) && (
          <Text size="sm" c="dimmed">
            {words.sinceHint}
          </Text>
        )}
      </Stack>
      <FieldGrid>
        <NumberField
          label={kind === 'school' ? words.placesSchool : words.places}
          {...form.getInputProps('places')}
        />
        <NumberField label={words.staffCount} {...form.getInputProps('staffCount')} />
        <TextInput
          label={words.shortCode}
          description={words.shortCodeHint}
          autoComplete="off"
          {...form.getInputProps('shortCode')}
        />
        {kind === 'school' && (
          <TextInput
            label={words.schoolNumber}
            description={words.schoolNumberHint}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('schoolNumber')}
          />
        )}
      </FieldGrid>
    </Stack>
  );
}
