import { Anchor, FileInput, NativeSelect, Paper } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { useOwnMunicipalities } from '../institutions/reference';
import { type PeoplePreview, previewPeople } from './requests';

const words = texts.inviteMany;

/** A file that has been looked at. */
export interface LookedAt {
  municipalityId: string;
  file: Blob;
  preview: PeoplePreview;
}

/** The file, and where its houses are if there is more than one town. */
export function FileForm({ onLooked }: { onLooked: (looked: LookedAt) => void }) {
  const { data: municipalities = [] } = useOwnMunicipalities();
  const form = useForm<{ file: File | null; municipalityId: string }>({
    initialValues: { file: null, municipalityId: '' },
    validate: { file: (file) => (file ? null : words.fileMissing) },
  });
  const send = async ({ file, municipalityId: chosen }: { file: File | null; municipalityId: string }) => {
    const municipalityId = chosen || municipalities[0]?.id;
    if (!file || municipalityId === undefined) return;
    // A copy: the browser reads a chosen file anew each time, and refuses once it has been saved in between.
    const copy = new Blob([await file.arrayBuffer()]);
    onLooked({ municipalityId, file: copy, preview: await previewPeople(municipalityId, copy) });
  };
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }} maw={640}>
      <ServerForm form={form} send={send} submitLabel={words.look}>
        <Anchor href="/api/imports/people/template" download>
          {words.template}
        </Anchor>
        {municipalities.length > 1 && (
          <NativeSelect
            label={words.municipality}
            size="md"
            data={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('municipalityId')}
          />
        )}
        <FileInput
          label={words.file}
          placeholder={words.filePlaceholder}
          size="md"
          accept=".csv,.txt,text/csv"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          {...form.getInputProps('file')}
        />
      </ServerForm>
    </Paper>
  );
}
