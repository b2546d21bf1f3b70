import { NativeSelect, Stack, Textarea } from '@mantine/core';
import { IconBallFootball, IconHome2, IconTree } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Place } from '../../api/types';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import { Stepper } from '../../ui/stepper';
import { MAX_ADULTS, MAX_NOTE, PLACES } from './activity-values';
import { moduleOptions } from '../modules/module-options';
import { modulesQuery } from '../modules/queries';
import { focusAreasQuery } from './queries';
import type { ActivityForm } from './use-activity-form';

const words = texts.activities.add;

const icons = { hall: IconBallFootball, room: IconHome2, outdoors: IconTree };

export function OptionalFields({ form }: { form: ActivityForm }) {
  const { values, errors } = form;
  return (
    <Stack gap="xl" pt="md">
      <ChoiceGroup<Place | 'none'>
        legend={words.place}
        field="place"
        size="small"
        choices={[
          { value: 'none', label: words.noPlace },
          ...PLACES.map((place) => ({ value: place, label: texts.words.place[place], icon: icons[place] })),
        ]}
        value={values.place ?? 'none'}
        onChange={(place) => form.setFieldValue('place', place === 'none' ? null : place)}
        error={errors['place']}
      />
      <ModuleField form={form} />
      <Stepper
        label={words.adults}
        field="adultsPresent"
        value={values.adultsPresent}
        onChange={(adults) => form.setFieldValue('adultsPresent', adults)}
        min={0}
        max={MAX_ADULTS}
        error={errors['adultsPresent']}
      />
      <Textarea
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={2}
        maxLength={MAX_NOTE}
        {...form.getInputProps('note')}
      />
    </Stack>
  );
}

/** Nothing where the catalogue is empty or cannot be read: an activity needs no module. */
function ModuleField({ form }: { form: ActivityForm }) {
  const { data: modules = [] } = useQuery(modulesQuery);
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const { moduleId } = form.values;
  const choosable = modules.filter(({ id, active }) => active || id === moduleId);
  if (choosable.length === 0) return null;
  return (
    <NativeSelect
      label={words.module}
      description={words.moduleHint}
      size="md"
      data={[{ value: '', label: words.noModule }, ...moduleOptions(choosable, areas)]}
      value={moduleId ?? ''}
      onChange={({ currentTarget }) => form.setFieldValue('moduleId', currentTarget.value || null)}
      error={form.errors['moduleId']}
    />
  );
}
