import { MultiSelect, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { focusAreasQuery } from '../activities/queries';
import { NumberField } from '../forms/number-field';
import { districtsQuery } from '../institutions/reference';
import { moduleOptions } from '../modules/module-options';
import { modulesQuery } from '../modules/queries';
import { SessionFields } from './session-fields';
import { BOTH_KINDS, listOf, type TrainingValues } from './training-values';

const words = texts.training.form;

interface FieldsProps {
  form: UseFormReturnType<TrainingValues>;
  municipalityId: string;
}

/** All fields of a training. */
export function TrainingFields({ form, municipalityId }: FieldsProps) {
  return (
    <>
      <Panel title={words.what}>
        <WhatFields form={form} />
      </Panel>
      <Panel title={words.when}>
        <Stack gap="md">
          <TextInput label={words.place} maxLength={200} {...form.getInputProps('place')} />
          <SessionFields
            value={form.values.sessions}
            onChange={(sessions) => form.setFieldValue('sessions', sessions)}
          />
        </Stack>
      </Panel>
      <Panel title={words.who}>
        <WhoFields form={form} municipalityId={municipalityId} />
      </Panel>
      <Panel title={words.certificate}>
        <CertificateFields form={form} />
      </Panel>
    </>
  );
}

function WhatFields({ form }: Pick<FieldsProps, 'form'>) {
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const { data: modules = [] } = useQuery(modulesQuery);
  const chosen = listOf(form.values.moduleIds);
  const choosable = modules.filter(({ active, id }) => active || chosen.includes(id));
  return (
    <Stack gap="md">
      <TextInput label={words.title} maxLength={200} autoComplete="off" {...form.getInputProps('title')} />
      <NativeSelect
        size="md"
        label={words.focusArea}
        data={[{ value: '', label: '' }, ...areas.map(({ code, title }) => ({ value: code, label: title }))]}
        {...form.getInputProps('focusArea')}
      />
      <MultiSelect
        size="md"
        label={words.moduleIds}
        searchable
        data={moduleOptions(choosable, areas)}
        value={chosen}
        onChange={(ids) => form.setFieldValue('moduleIds', ids.join(','))}
        comboboxProps={{ withinPortal: false }}
      />
      <Textarea
        label={words.contents}
        description={words.contentsHint}
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('contents')}
      />
    </Stack>
  );
}

function WhoFields({ form, municipalityId }: FieldsProps) {
  const { data: districts = [] } = useQuery({
    ...districtsQuery(municipalityId),
    enabled: municipalityId !== '',
  });
  const chosen = listOf(form.values.districtIds);
  const kinds = texts.training.kinds;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField label={words.capacity} max={1000} {...form.getInputProps('capacity')} />
        <TextInput
          type="date"
          label={words.registerUntil}
          description={words.registerUntilHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('registerUntil')}
        />
        <NativeSelect
          size="md"
          label={words.kinds}
          data={[
            { value: BOTH_KINDS, label: kinds.both },
            { value: 'kita', label: kinds.kita },
            { value: 'school', label: kinds.school },
          ]}
          {...form.getInputProps('kinds')}
        />
        <MultiSelect
          size="md"
          label={words.districtIds}
          description={words.districtHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={districts
            .filter(({ archivedAt, id }) => archivedAt === null || chosen.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(ids) => form.setFieldValue('districtIds', ids.join(','))}
          comboboxProps={{ withinPortal: false }}
        />
      </SimpleGrid>
    </Stack>
  );
}

function CertificateFields({ form }: Pick<FieldsProps, 'form'>) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput label={words.trainerName} maxLength={100} {...form.getInputProps('trainerName')} />
      <TextInput
        label={words.trainerQualification}
        maxLength={200}
        {...form.getInputProps('trainerQualification')}
      />
      <NumberField
        label={words.thresholdPercent}
        description={words.thresholdHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        max={100}
        {...form.getInputProps('thresholdPercent')}
      />
      <TextInput
        label={words.issuer}
        description={words.issuerHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        {...form.getInputProps('issuer')}
      />
    </SimpleGrid>
  );
}
