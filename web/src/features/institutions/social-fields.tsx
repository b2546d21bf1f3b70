import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { texts } from '../../texts/de';
import { NumberField } from '../forms/number-field';
import { optionsOf } from './catalogue';
import { FieldGrid, type InstitutionFieldsProps } from './field-grid';

const words = texts.institutions.form;
const { terms } = texts;

const INDEX_VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(String);

/** What reach is grouped by, with source and year. */
export function SocialFields({ form }: InstitutionFieldsProps) {
  const { kind, socialSituation } = form.values;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {texts.institutions.detail.noJudgement}
      </Text>
      <FieldGrid>
        <NativeSelect
          label={words.socialSituation}
          size="md"
          data={[{ value: '', label: words.likeDistrict }, ...optionsOf(terms.socialSituation)]}
          {...form.getInputProps('socialSituation')}
        />
      </FieldGrid>
      {socialSituation !== '' && (
        <FieldGrid>
          <TextInput
            label={words.source}
            description={words.sourceHint}
            required
            autoComplete="off"
            {...form.getInputProps('socialSituationSource')}
          />
          <NumberField
            label={words.year}
            description={words.yearHint}
            required
            {...form.getInputProps('socialSituationYear')}
          />
        </FieldGrid>
      )}
      {kind === 'school' && <IndexFields form={form} />}
    </Stack>
  );
}

function IndexFields({ form }: InstitutionFieldsProps) {
  const { socialIndex } = form.values;
  return (
    <FieldGrid>
      <NativeSelect
        label={words.socialIndex}
        description={words.indexHint}
        size="md"
        data={[{ value: '', label: words.noIndex }, ...INDEX_VALUES]}
        {...form.getInputProps('socialIndex')}
        value={socialIndex === null ? '' : String(socialIndex)}
        onChange={({ currentTarget }) =>
          form.setFieldValue('socialIndex', currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      />
      {socialIndex !== null && (
        <NumberField
          label={words.indexYear}
          description={words.yearHint}
          required
          {...form.getInputProps('socialIndexYear')}
        />
      )}
    </FieldGrid>
  );
}
