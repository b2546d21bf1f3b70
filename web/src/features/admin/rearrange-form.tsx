import { ActionIcon, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { District, Institution } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { Panel } from '../../ui/panel';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useSession } from '../session/session';
import { RearrangeQuestion } from './rearrange-question';
import { rearrangeDistrict } from './requests';

const words = texts.districtYears;

export interface RearrangeValues {
  from: string;
  newDistricts: { id: string; name: string }[];
  /** By house: where it goes; '' stays. */
  targets: Record<string, string>;
  archive: boolean;
}

interface RearrangeFormProps {
  district: District;
  /** The other open districts of the municipality. */
  others: readonly District[];
  /** Its open houses. */
  houses: readonly Institution[];
  onDone: () => void;
}

type Form = UseFormReturnType<RearrangeValues>;
interface Option {
  value: string;
  label: string;
}

/** One screen for a split, a join, or a few houses that change: new districts, where each house goes, from when. */
export function RearrangeForm({ district, others, houses, onDone }: RearrangeFormProps) {
  const queries = useQueryClient();
  const { today } = useSession();
  const { form, restored, discard, forget } = useDraftForm<RearrangeValues>(`rearrange:${district.id}`, {
    ...{ from: today, newDistricts: [], targets: {}, archive: false },
  });
  const options = targetsOf(district, others, form.values);
  const send = async (values: RearrangeValues) => {
    const { moved } = await rearrangeDistrict(district, bodyOf(values, houses, options));
    forget();
    await queries.invalidateQueries();
    announce(words.done(moved));
    onDone();
  };
  return (
    <Stack gap="md">
      <DraftNote restored={restored} discard={discard} />
      <TextInput
        type="date"
        label={words.from}
        description={words.fromHint}
        max={today}
        maw={260}
        {...form.getInputProps('from')}
      />
      <NewDistricts form={form} />
      <Houses form={form} houses={houses} options={options} />
      <Checkbox
        label={words.archive(district.name)}
        description={words.archiveHint}
        {...form.getInputProps('archive', { type: 'checkbox' })}
      />
      <RearrangeQuestion
        district={district}
        form={form}
        body={bodyOf(form.values, houses, options)}
        send={send}
      />
    </Stack>
  );
}

function targetsOf(
  district: District,
  others: readonly District[],
  { newDistricts }: RearrangeValues,
): Option[] {
  return [
    { value: '', label: words.stays(district.name) },
    ...newDistricts.map(({ id, name }, i) => ({ value: id, label: name.trim() || words.unnamed(i + 1) })),
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** A house that was sent to a new district which is gone again stays. */
function bodyOf(
  { from, newDistricts, targets, archive }: RearrangeValues,
  houses: readonly Institution[],
  options: Option[],
) {
  const moved = houses.flatMap(({ id }) => {
    const districtId = targets[id] ?? '';
    const exists = districtId !== '' && options.some(({ value }) => value === districtId);
    return exists ? [{ institutionId: id, districtId }] : [];
  });
  return { from, newDistricts, houses: moved, ...(archive && { archive }) };
}

function NewDistricts({ form }: { form: Form }) {
  return (
    <Panel title={words.newTitle}>
      <Stack gap="sm" align="flex-start">
        {form.values.newDistricts.map(({ id, name }, index) => (
          <Group key={id} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              label={words.newName(index + 1)}
              autoComplete="off"
              {...form.getInputProps(`newDistricts.${index}.name`)}
            />
            <ActionIcon
              variant="subtle"
              size={42}
              aria-label={words.remove(name)}
              onClick={() => form.removeListItem('newDistricts', index)}
            >
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => form.insertListItem('newDistricts', { id: newId(), name: '' })}
        >
          {words.add}
        </Button>
      </Stack>
    </Panel>
  );
}

function Houses({
  form,
  houses,
  options,
}: {
  form: Form;
  houses: readonly Institution[];
  options: Option[];
}) {
  if (houses.length === 0) return <Text c="dimmed">{words.none}</Text>;
  const { targets } = form.values;
  const sendAll = (target: string) =>
    form.setFieldValue('targets', Object.fromEntries(houses.map(({ id }) => [id, target])));
  return (
    <Panel title={words.houses}>
      <Stack gap="sm">
        {houses.length > 1 && (
          <NativeSelect
            label={words.all}
            data={options}
            value={sameTarget(houses, targets)}
            maw={320}
            onChange={({ currentTarget }) => sendAll(currentTarget.value)}
          />
        )}
        {houses.map(({ id, name }) => (
          <Group key={id} justify="space-between" gap="xs">
            <Text flex="1 1 220px">{name}</Text>
            <NativeSelect
              aria-label={words.target(name)}
              data={options}
              value={targets[id] ?? ''}
              w={{ base: '100%', xs: 280 }}
              onChange={({ currentTarget }) =>
                form.setFieldValue('targets', { ...targets, [id]: currentTarget.value })
              }
            />
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

/** What all houses share, '' if they differ. */
function sameTarget(houses: readonly Institution[], targets: Record<string, string>): string {
  const chosen = new Set(houses.map(({ id }) => targets[id] ?? ''));
  return chosen.size === 1 ? ([...chosen][0] ?? '') : '';
}
