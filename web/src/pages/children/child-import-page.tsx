import { Alert, Anchor, FileInput, Paper, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { LedHouseSelect } from '../../features/activities/led-house-select';
import { useHouse } from '../../features/activities/use-house';
import { ImportPreview, type LookedAtChildren } from '../../features/children/import-preview';
import { type ChildFileResult, previewChildFile } from '../../features/children/import-requests';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { ServerForm } from '../../ui/server-form';

const words = texts.childImport;

/** Children from a file of codes: choose, look, take over. */
export function ChildImportPage() {
  const { houses, house, choose } = useHouse();
  if (!house) return null;
  return (
    <div>
      <BackLink href={`/kinder?haus=${house.id}`}>{texts.children.paper.back}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      <Stack gap="lg">
        <LedHouseSelect houses={houses} house={house} onChoose={choose} />
        <Steps key={house.id} houseId={house.id} />
      </Stack>
    </div>
  );
}

function Steps({ houseId }: { houseId: string }) {
  const [looked, setLooked] = useState<LookedAtChildren | null>(null);
  const [result, setResult] = useState<ChildFileResult | null>(null);
  if (result) return <Done result={result} houseId={houseId} />;
  if (!looked) return <ChooseFile houseId={houseId} onLooked={setLooked} />;
  return <ImportPreview looked={looked} onWritten={setResult} onOtherFile={() => setLooked(null)} />;
}

interface ChooseFileProps {
  houseId: string;
  onLooked: (looked: LookedAtChildren) => void;
}

function ChooseFile({ houseId, onLooked }: ChooseFileProps) {
  const form = useForm<{ file: File | null }>({
    initialValues: { file: null },
    validate: { file: (file) => (file ? null : words.fileMissing) },
  });
  const send = async ({ file }: { file: File | null }) => {
    if (!file) return;
    // A copy: the browser reads a chosen file anew each time, and refuses once it has been saved in between.
    const copy = new Blob([await file.arrayBuffer()]);
    const preview = await previewChildFile(houseId, copy);
    onLooked({ institutionId: houseId, file: copy, preview });
  };
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }} maw={640}>
      <ServerForm form={form} send={send} submitLabel={words.look}>
        <Anchor href="/api/imports/children/template" download>
          {words.template}
        </Anchor>
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

function Done({ result, houseId }: { result: ChildFileResult; houseId: string }) {
  return (
    <Stack gap="md" align="flex-start">
      <Alert role="status" color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
        {words.done(result)}
      </Alert>
      <Anchor component={Link} href={`/kinder?haus=${houseId}`}>
        {words.toChildren}
      </Anchor>
    </Stack>
  );
}
