import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { FocusArea } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { focusAreasQuery } from '../activities/queries';
import { renameFocusArea } from './queries';

const words = texts.modules;

/** Another title for one of the five focus areas. */
export function FocusAreaForm({ area, onSaved }: { area: FocusArea; onSaved: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { title: area.title },
    validate: { title: (title) => (title.trim() === '' ? words.nameMissing : null) },
  });
  return (
    <ServerForm
      form={form}
      submitLabel={texts.common.save}
      send={async ({ title }) => {
        await renameFocusArea(area, title);
        await queries.invalidateQueries(focusAreasQuery);
        void queries.invalidateQueries({ queryKey: ['overview'] });
        announce(words.changed(title));
        onSaved();
      }}
    >
      <Text size="sm" c="dimmed">
        {words.renameAreaHint}
      </Text>
      <TextInput label={words.name} maxLength={60} data-autofocus {...form.getInputProps('title')} />
    </ServerForm>
  );
}
