import { Anchor, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import { optionsOf } from './catalogue';
import { FieldGrid, type InstitutionFieldsProps } from './field-grid';
import { districtsQuery, useOwnMunicipalities } from './reference';

const words = texts.institutions.form;
const { terms } = texts;

/** What an institution is, where it belongs, who runs it. */
export function BasicFields({
  form,
  districtBefore,
}: InstitutionFieldsProps & { districtBefore: string | null }) {
  return (
    <Stack gap="md">
      <ChoiceGroup
        legend={words.kind}
        field="kind"
        size="small"
        value={form.values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind)}
        choices={[
          { value: 'kita', label: texts.words.kind.kita },
          { value: 'school', label: texts.words.kind.school },
        ]}
        error={form.errors['kind']}
      />
      <TextInput label={words.name} required autoComplete="off" {...form.getInputProps('name')} />
      <FieldGrid>
        {form.values.version === null && <MunicipalityField form={form} />}
        <Stack gap="xs">
          <DistrictField form={form} />
          {districtBefore !== null && districtBefore !== form.values.districtId && <MoveFields form={form} />}
        </Stack>
        <NativeSelect
          label={words.providerKind}
          size="md"
          required
          data={[{ value: '', label: words.choose }, ...optionsOf(terms.providerKind)]}
          {...form.getInputProps('providerKind')}
        />
        <TextInput label={words.providerName} autoComplete="off" {...form.getInputProps('providerName')} />
        <NativeSelect
          label={words.legalRegime}
          description={words.legalRegimeHint}
          size="md"
          data={optionsOf(terms.legalRegime)}
          {...form.getInputProps('legalRegime')}
        />
      </FieldGrid>
    </Stack>
  );
}

/** An institution never changes its municipality, and most people work with one only. */
function MunicipalityField({ form }: InstitutionFieldsProps) {
  const { data = [] } = useOwnMunicipalities();
  if (data.length < 2) return null;
  return (
    <NativeSelect
      label={words.municipality}
      size="md"
      required
      data={[{ value: '', label: words.choose }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      {...form.getInputProps('municipalityId')}
      onChange={({ currentTarget }) =>
        form.setValues({ municipalityId: currentTarget.value, districtId: '' })
      }
    />
  );
}

/** Old years keep counting the house where it was, unless that was a mistake. */
function MoveFields({ form }: InstitutionFieldsProps) {
  return (
    <>
      <Radio.Group label={words.districtSince} {...form.getInputProps('districtSince')}>
        <Stack gap="xs" mt={6}>
          <Radio value="day" label={words.districtMoved} />
          <Radio value="ever" label={words.districtMistaken} />
        </Stack>
      </Radio.Group>
      {form.values.districtSince === 'day' && (
        <TextInput
          type="date"
          label={words.districtFrom}
          description={words.districtFromHint}
          maw={220}
          {...form.getInputProps('districtFrom')}
        />
      )}
    </>
  );
}

function DistrictField({ form }: InstitutionFieldsProps) {
  const { municipalityId, districtId } = form.values;
  const { data } = useQuery({ ...districtsQuery(municipalityId), enabled: municipalityId !== '' });
  // An archived district stays a choice for the institution that still lies in it.
  const choices = (data ?? []).filter(({ id, archivedAt }) => archivedAt === null || id === districtId);
  return (
    <div>
      <NativeSelect
        label={words.district}
        size="md"
        required
        data={[
          { value: '', label: words.choose },
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps('districtId')}
      />
      {data && choices.length === 0 && (
        <Text size="sm" mt={6}>
          {words.noDistricts}{' '}
          <Anchor component={Link} href={`/verwaltung/stadtbezirke?kommune=${municipalityId}`} inherit>
            {words.toDistricts}
          </Anchor>
        </Text>
      )}
    </div>
  );
}
