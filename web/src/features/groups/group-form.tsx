import { Button, Stack, TextInput } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import type { Group } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import type { Versioned } from '../forms/conflict';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { changeGroup, useGroupsChanged } from './queries';
import { dayOf, SizeHistory, SizeSince } from './size-history';
import { useSession } from '../session/session';

const words = texts.house.groups;

interface GroupValues extends Versioned {
  id: string;
  name: string;
  size: number | null;
  /** Since when a changed size holds: a day, or the beginning of the year. */
  since: 'day' | 'start';
  sizeFrom: string;
}

const valuesOf =
  (today: string) =>
  ({ id, version, name, size }: Group): GroupValues => ({
    ...{ id, version, name, size },
    ...{ since: 'day', sizeFrom: today },
  });

interface GroupFormProps {
  institutionId: string;
  schoolYear: number;
  /** Null for a new group. */
  group: Group | null;
  onSaved: () => void;
}

/** Name and size of a group. */
export function GroupForm({ institutionId, schoolYear, group, onSaved }: GroupFormProps) {
  const changed = useGroupsChanged();
  const { today } = useSession();
  const { start, form, restored, discard, forget } = useDraftForm<GroupValues>(
    group ? `group:${group.id}` : `group:new:${institutionId}:${schoolYear}`,
    group
      ? valuesOf(today)(group)
      : { id: newId(), version: null, name: '', size: null, since: 'day', sizeFrom: today },
    {
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      size: (size) => (size === null ? words.sizeMissing : null),
    },
  );
  const submit = useVersionedSubmit<GroupValues, Group>({
    form,
    base: group && start,
    valuesOf: valuesOf(today),
    send: async ({ name, size }, { id, version, ...all }) => {
      if (version === null) {
        await unwrap(
          api.POST('/api/groups', {
            body: { id, institutionId, schoolYear, name: all.name, size: all.size ?? 0 },
          }),
        );
      } else {
        await changeGroup(
          { id, version },
          { name, ...(typeof size === 'number' && { size, sizeFrom: dayOf(all, schoolYear) }) },
        );
      }
      forget();
      changed();
      announce(version === null ? words.created(all.name) : words.changed(all.name));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput
          label={words.name}
          description={words.nameHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NumberField label={words.size} maw={200} {...form.getInputProps('size')} />
        {group && form.values.size !== start.size && <SizeSince form={form} />}
        {group && <SizeHistory groupId={group.id} />}
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ name: words.name, size: words.size, since: '', sizeFrom: '', id: '', version: '' }}
        describe={(field, values) => String(values[field] ?? '')}
      />
    </form>
  );
}
