import { ActionIcon, Button, Checkbox, Group as Row, Paper, Stack, Text, TextInput } from '@mantine/core';
import { type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { GroupYear } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { formatInteger, formatSchoolYear } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import {
  carriedGroups,
  carryOverValues,
  type CarryOverValues,
  newGroup,
  validateCarryOver,
} from './carry-over-values';
import { confirmGroupYear, useGroupsChanged } from './queries';

const words = texts.groupYears.carryOver;
const { groups: groupWords } = texts.house;

/** The groups of the year before as a proposal: tick, rename, resize, add, confirm all at once. */
export function CarryOverForm({ year, onDone }: { year: GroupYear; onDone: () => void }) {
  const { institutionId, schoolYear } = year;
  const changed = useGroupsChanged();
  const { form, restored, discard, forget } = useDraftForm<CarryOverValues>(
    `carry-over:${institutionId}:${schoolYear}`,
    carryOverValues(year),
    validateCarryOver,
  );
  const send = async (values: CarryOverValues) => {
    await confirmGroupYear(institutionId, { schoolYear, groups: carriedGroups(values) });
    forget();
    changed();
    announce(texts.groupYears.confirmedDone(formatSchoolYear(schoolYear)));
    onDone();
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit}>
      <DraftNote restored={restored} discard={discard} />
      {year.groups.length > 0 && <Present year={year} />}
      <Stack gap="sm" role="list">
        {form.values.groups.map(({ id }, index) => (
          <CarriedRow key={id} form={form} index={index} />
        ))}
      </Stack>
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => form.insertListItem('groups', newGroup())}
      >
        {words.add}
      </Button>
      <Total values={form.values} year={year} />
      <Checkbox
        label={words.withChildren}
        description={words.withChildrenHint}
        {...form.getInputProps('withChildren', { type: 'checkbox' })}
      />
    </ServerForm>
  );
}

function Present({ year: { groups } }: { year: GroupYear }) {
  return (
    <Text size="sm" c="dimmed">
      {`${words.there}: ${groups.map(({ name, size }) => `${name} (${size})`).join(', ')}`}
    </Text>
  );
}

function Total({ values, year }: { values: CarryOverValues; year: GroupYear }) {
  const all = [...year.groups, ...values.groups.filter(({ goesOn }) => goesOn)];
  const children = all.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return (
    <Text aria-live="polite">{words.total(groupWords.groupCount(all.length), formatInteger(children))}</Text>
  );
}

/** Beside the field and not beside its label, in px. */
const BELOW_LABEL = 25;

interface CarriedRowProps {
  form: UseFormReturnType<CarryOverValues>;
  index: number;
}

function CarriedRow({ form, index }: CarriedRowProps) {
  const group = form.values.groups[index];
  if (!group) return null;
  const { fromName, goesOn, name } = group;
  return (
    <Paper withBorder radius="md" p="sm" role="listitem">
      <Stack gap="xs">
        {fromName !== null && (
          <Checkbox
            label={goesOn ? words.goesOn(fromName) : `${fromName}: ${words.leaves}`}
            {...form.getInputProps(`groups.${index}.goesOn`, { type: 'checkbox' })}
          />
        )}
        {goesOn && (
          <Row gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              flex={1}
              label={groupWords.name}
              aria-label={fromName === null ? words.newName : words.name(fromName)}
              autoComplete="off"
              {...form.getInputProps(`groups.${index}.name`)}
            />
            <NumberField
              w={96}
              label={words.size}
              aria-label={words.sizeOf(name)}
              {...form.getInputProps(`groups.${index}.size`)}
            />
            {fromName === null && (
              <ActionIcon
                variant="subtle"
                size={42}
                mt={BELOW_LABEL}
                aria-label={`${words.remove}: ${name}`}
                onClick={() => form.removeListItem('groups', index)}
              >
                <IconTrash size={20} aria-hidden />
              </ActionIcon>
            )}
          </Row>
        )}
      </Stack>
    </Paper>
  );
}
