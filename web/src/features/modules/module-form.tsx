import { Button, Checkbox, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CatalogueModule, NewModule } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { focusAreasQuery } from '../activities/queries';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { optionsOf } from '../institutions/catalogue';
import { changeModule, createModule, modulesKey } from './queries';
import { testItemsQuery, titlesOf } from './test-items';

const words = texts.modules;

interface Values extends Versioned {
  id: string;
  title: string;
  focusArea: string;
  audience: NewModule['audience'];
  format: NewModule['format'];
  usualMinutes: number | null;
  description: string;
  itemCodes: string[];
}

const valuesOf = (module: CatalogueModule): Values => {
  const { id, version, title, focusArea, usualMinutes, itemCodes } = module;
  const audience = module.audience as Values['audience'];
  const format = module.format as Values['format'];
  return {
    id,
    version,
    title,
    focusArea,
    audience,
    format,
    usualMinutes,
    description: module.description ?? '',
    itemCodes,
  };
};

const newValues = (): Values => ({
  ...{ id: newId(), version: null, title: '', focusArea: '', audience: 'children', format: 'workshop' },
  ...{ usualMinutes: null, description: '', itemCodes: [] },
});

/** A module of the catalogue; null for a new one. */
export function ModuleForm({ module, onSaved }: { module: CatalogueModule | null; onSaved: () => void }) {
  const queries = useQueryClient();
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const { data: items = [] } = useQuery(testItemsQuery);
  const { form, restored, discard, forget } = useDraftForm<Values>(
    module ? `module:${module.id}` : 'module:new',
    module ? valuesOf(module) : newValues(),
    {
      title: (title) => (title.trim() === '' ? words.nameMissing : null),
      focusArea: (code) => (code === '' ? words.focusAreaMissing : null),
    },
  );
  const submit = useVersionedSubmit<Values, CatalogueModule>({
    form,
    base: module && valuesOf(module),
    valuesOf,
    send: async (changes, { id, version, ...all }) => {
      if (version === null) await createModule({ id, ...all, description: all.description || null });
      else if (Object.keys(changes).length > 0) await changeModule({ id, version }, changeOf(changes));
      forget();
      await queries.invalidateQueries({ queryKey: modulesKey });
      announce(version === null ? words.created(all.title) : words.changed(all.title));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput
          label={words.name}
          maxLength={120}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('title')}
        />
        <NativeSelect
          label={words.focusArea}
          size="md"
          data={[
            { value: '', label: '' },
            ...areas.map(({ code, title }) => ({ value: code, label: title })),
          ]}
          {...form.getInputProps('focusArea')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={words.audience}
            size="md"
            data={optionsOf(texts.programme.audience)}
            {...form.getInputProps('audience')}
          />
          <NativeSelect
            label={words.format}
            size="md"
            data={optionsOf(texts.programme.format)}
            {...form.getInputProps('format')}
          />
        </SimpleGrid>
        <NumberField
          label={words.usualMinutes}
          description={words.usualMinutesHint}
          {...form.getInputProps('usualMinutes')}
        />
        <Textarea
          label={words.description}
          description={words.descriptionHint}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('description')}
        />
        <Checkbox.Group
          label={words.items}
          description={words.itemsHint}
          size="md"
          {...form.getInputProps('itemCodes')}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6} mt="xs">
            {items.map(({ code, title }) => (
              <Checkbox key={code} value={code} label={title} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words, title: words.name, itemCodes: words.items, id: '', version: '' }}
        describe={(field, values) =>
          field === 'itemCodes' ? titlesOf(values.itemCodes, items).join(', ') : String(values[field] ?? '')
        }
      />
    </form>
  );
}

function changeOf({ id: _i, version: _v, description, ...rest }: Partial<Values>) {
  return { ...rest, ...(description !== undefined && { description: description || null }) };
}
