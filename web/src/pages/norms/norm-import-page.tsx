import { Alert, Box, Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import type { NormPreview } from '../../api/types';
import { DropArea } from '../../features/imports/drop-area';
import { CurvePanel } from '../../features/norms/curve-panel';
import { FaultTable } from '../../features/norms/fault-table';
import { NormSetForm } from '../../features/norms/norm-set-form';
import { previewNorms } from '../../features/norms/queries';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { formatInteger } from '../../ui/format';
import { AddressSelect } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { FormProblem } from '../../ui/server-form';
import { useAddress } from '../../ui/use-address';

const words = texts.normImport;
const HEADER = 'item,unit,direction,sex,age_years,L,M,S';
const MOST = 900_000;
const FAULTS_SHOWN = 100;
const TASK = 'aufgabe';

interface Checked {
  name: string;
  csv: string;
  preview: NormPreview;
}

/** A file of norms is checked and drawn before it is taken. */
export function NormImportPage() {
  const [checked, setChecked] = useState<Checked | null>(null);
  return (
    <div>
      <BackLink href="/normtabellen">{texts.norms.back}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      {checked ? (
        <Outcome checked={checked} onAgain={() => setChecked(null)} />
      ) : (
        <Choose onChecked={setChecked} />
      )}
    </div>
  );
}

function Choose({ onChecked }: { onChecked: (checked: Checked) => void }) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = async (file: File) => {
    setProblem(null);
    setTooLarge(file.size > MOST);
    if (file.size > MOST) return;
    setPending(true);
    try {
      const csv = await file.text();
      onChecked({ name: file.name, csv, preview: await previewNorms(csv) });
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setPending(false);
    }
  };
  return (
    <Panel title={words.file}>
      <Stack gap="md">
        <DropArea disabled={pending} limits={words.limits} onFile={(file) => void check(file)} />
        {tooLarge && (
          <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
            {words.tooLarge}
          </Alert>
        )}
        {problem && <FormProblem problem={problem} />}
        <div>
          <Text fw={600}>{words.columns}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {HEADER}
          </Code>
          <Text size="sm" mt="xs">
            {words.columnsText}
          </Text>
        </div>
      </Stack>
    </Panel>
  );
}

function Outcome({ checked, onAgain }: { checked: Checked; onAgain: () => void }) {
  const { name, csv, preview } = checked;
  const good = preview.faultCount === 0;
  return (
    <Stack gap="md">
      <Panel
        title={words.checked(name)}
        action={
          <Button variant="default" onClick={onAgain}>
            {words.another}
          </Button>
        }
      >
        <Stack gap="md">
          <Text className="numbers">{words.rows(formatInteger(preview.rows))}</Text>
          <Alert
            role="status"
            color={good ? 'wiese' : 'red'}
            variant="light"
            icon={good ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          >
            {good ? words.good : badWords(preview.faultCount)}
          </Alert>
          {preview.ignored.length > 0 && <Text size="sm">{words.ignored(preview.ignored.join(', '))}</Text>}
          {!good && <FaultTable faults={preview.faults} />}
          {preview.faultCount > FAULTS_SHOWN && <Text size="sm">{words.firstOnly}</Text>}
        </Stack>
      </Panel>
      <Curves preview={preview} />
      {good && <NormSetForm csv={csv} />}
    </Stack>
  );
}

function badWords(count: number): string {
  return count === 1 ? words.oneBad : words.bad(formatInteger(count));
}

function Curves({ preview: { curves } }: { preview: NormPreview }) {
  const wanted = useAddress().get(TASK);
  const tasks = [...new Map(curves.map(({ itemCode, itemTitle }) => [itemCode, itemTitle]))];
  const shown = tasks.find(([code]) => code === wanted)?.[0] ?? tasks[0]?.[0];
  if (shown === undefined) return null;
  return (
    <>
      <Group>
        <Box flex="1 1 240px" maw={400}>
          <AddressSelect
            label={texts.norms.task}
            param={TASK}
            options={tasks.map(([value, label]) => ({ value, label }))}
            fallback={shown}
          />
        </Box>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {curves
          .filter(({ itemCode }) => itemCode === shown)
          .map((curve) => (
            <CurvePanel key={curve.sex} curve={curve} />
          ))}
      </SimpleGrid>
    </>
  );
}
