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

const words = texts.house.groups;

interface GroupValues extends Versioned {
  id: string;
  name: string;
  size: number | null;
}

const valuesOf = ({ id, version, name, size }: Group): GroupValues => ({ id, version, name, size });

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
  const { start, form, restored, discard, forget } = useDraftForm<GroupValues>(
    group ? `group:${group.id}` : `group:new:${institutionId}:${schoolYear}`,
    group ? valuesOf(group) : { id: newId(), version: null, name: '', size: null },
    {
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      size: (size) => (size === null ? words.sizeMissing : null),
    },
  );
  const submit = useVersionedSubmit<GroupValues, Group>({
    form,
    base: group && start,
    valuesOf,
    send: async ({ name, size }, { id, version, ...all }) => {
      if (version === null) {
        await unwrap(
          api.POST('/api/groups', {
            body: { id, institutionId, schoolYear, name: all.name, size: all.size ?? 0 },
          }),
        );
      } else {
        await changeGroup({ id, version }, { name, ...(typeof size === 'number' && { size }) });
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
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ name: words.name, size: words.size, id: '', version: '' }}
        describe={(field, values) => String(values[field] ?? '')}
      />
    </form>
  );
}
