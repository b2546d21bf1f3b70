import { Alert, Anchor, Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { ChoiceGroup } from '../../ui/choice-group';
import { formatSchoolYear, schoolYearOf } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { groupsQuery } from '../activities/queries';
import { listOf, type PlanValues } from './plan-values';
import { batteriesQuery } from './queries';
import { usualWave, WAVES } from './waves';

const words = texts.testDays;

type Battery = components['schemas']['BatteryDto'];
type Form = UseFormReturnType<PlanValues>;

/** More are counted, not named. */
const MANY_TASKS = 8;

/** When: the wave follows the date until somebody chooses another one. */
export function WhenFields({ form }: { form: Form }) {
  const { heldOn, wave } = form.values;
  const setDay = (day: string) => {
    if (day !== '' && (heldOn === '' || wave === usualWave(heldOn)))
      form.setFieldValue('wave', usualWave(day));
    form.setFieldValue('heldOn', day);
  };
  return (
    <Panel title={words.form.when}>
      <Stack gap="md">
        <TextInput
          type="date"
          size="md"
          maw={260}
          label={words.form.heldOn}
          data-path="heldOn"
          value={heldOn}
          error={form.errors['heldOn']}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <ChoiceGroup
          legend={words.form.wave}
          field="wave"
          size="wide"
          value={wave}
          onChange={(chosen) => form.setFieldValue('wave', chosen)}
          error={form.errors['wave']}
          choices={WAVES.map((value) => ({
            value,
            label: words.waves[value] ?? value,
            hint: words.waveHints[value] ?? '',
          }))}
        />
      </Stack>
    </Panel>
  );
}

interface WhoProps {
  form: Form;
  institutionId: string;
}

/** Who: the groups of the school year that the date is in. */
export function WhoFields({ form, institutionId }: WhoProps) {
  const { heldOn, groupIds } = form.values;
  const year = heldOn === '' ? null : schoolYearOf(heldOn);
  const groups = useQuery({ ...groupsQuery(institutionId, year ?? 0), enabled: year !== null });
  if (year === null) return null;
  return (
    <Panel title={words.form.who}>
      <QueryView query={groups}>
        {(offered) =>
          offered.length === 0 ? (
            <Text c="dimmed">
              {words.form.noGroups(formatSchoolYear(year))}{' '}
              <Anchor component={Link} href="/gruppen" inherit>
                {words.form.toGroups}
              </Anchor>
            </Text>
          ) : (
            <Checkbox.Group
              label={words.form.groupIds}
              error={form.errors['groupIds']}
              value={listOf(groupIds)}
              onChange={(ids) => form.setFieldValue('groupIds', ids.join(','))}
            >
              <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="xs">
                {offered.map(({ id, name }, index) => (
                  <Checkbox
                    key={id}
                    value={id}
                    label={name}
                    size="md"
                    {...(index === 0 && { 'data-path': 'groupIds' })}
                  />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          )
        }
      </QueryView>
    </Panel>
  );
}

/** What: the batteries that fit the kind of the house. */
export function WhatFields({ form, kind }: { form: Form; kind: string }) {
  const batteries = useQuery(batteriesQuery);
  return (
    <Panel title={words.form.what}>
      <QueryView query={batteries}>
        {(all) => (
          <ChoiceGroup
            legend={words.form.batteryId}
            field="batteryId"
            size="wide"
            value={form.values.batteryId}
            onChange={(id) => form.setFieldValue('batteryId', id)}
            error={form.errors['batteryId']}
            choices={all
              .filter((battery) => battery.kinds.includes(kind) || battery.id === form.values.batteryId)
              .map((battery) => ({ value: battery.id, label: battery.title, hint: hintOf(battery) }))}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function hintOf({ ageFrom, ageTo, items }: Battery): string {
  const ages = ageFrom !== null && ageTo !== null ? `${words.form.ages(ageFrom, ageTo)}. ` : '';
  if (items.length > MANY_TASKS) return `${ages}${words.form.taskCount(items.length)}`;
  const titles = items.map(({ protocol: { itemTitle }, optional }) =>
    optional ? `${itemTitle} (${words.form.optional})` : itemTitle,
  );
  return `${ages}${titles.join(', ')}`;
}

/** The head's release; it may come later. */
export function ReleaseFields({ form }: { form: Form }) {
  return (
    <Panel title={words.form.release}>
      <Stack gap="md">
        <Alert color="sonne" variant="light">
          {words.form.releaseHint}
        </Alert>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="date"
            label={words.form.releasedOn}
            max={form.values.heldOn}
            {...form.getInputProps('releasedOn')}
          />
          <TextInput
            label={words.form.releasedBy}
            maxLength={100}
            autoComplete="off"
            {...form.getInputProps('releasedBy')}
          />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
