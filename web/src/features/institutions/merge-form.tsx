import { Alert, Button, Group, List, Modal, Paper, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger, formatSchoolYear } from '../../ui/format';
import { ServerForm } from '../../ui/server-form';
import { type MergeField, mergeInstitutions, type MergePreview, type Side } from './merge-requests';
import { fieldLabel, shownValue } from './merge-words';

const words = texts.merging;

interface MergeFormProps {
  preview: MergePreview;
  onSwap: () => void;
  onDone: (merged: Institution) => void;
}

interface MergeValues {
  /** By field: whose value stays. */
  chosen: Partial<Record<string, Side>>;
  runs: Side | '';
}

/** Two entries side by side; the person chooses what stays, and is told that there is no way back. */
export function MergeForm({ preview, onSwap, onDone }: MergeFormProps) {
  const { staying, vanishing, differing, overlapping } = preview;
  const [asking, { open, close }] = useDisclosure(false);
  const form = useForm<MergeValues>({
    mode: 'controlled',
    initialValues: { chosen: startOf(preview), runs: '' },
  });
  const send = async ({ chosen, runs }: MergeValues) => {
    const fields = differing.filter((field) => chosen[field] === 'vanishing');
    onDone(await mergeInstitutions(preview, fields, runs === '' ? undefined : runs));
  };
  const ask = () => {
    if (overlapping && form.values.runs === '') form.setFieldError('runs', words.runsMissing);
    else open();
  };
  return (
    <Stack gap="md">
      <Sides preview={preview} onSwap={onSwap} />
      <Fields preview={preview} form={form} />
      <Joined preview={preview} />
      {overlapping && (
        <Radio.Group label={words.runs} {...form.getInputProps('runs')}>
          <Stack gap="xs" mt={6}>
            <Radio value="staying" label={words.stayingRun(staying.name)} />
            <Radio value="vanishing" label={words.vanishingRun(vanishing.name)} />
          </Stack>
        </Radio.Group>
      )}
      <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        {words.warning}
      </Alert>
      <Group>
        <Button size="lg" onClick={ask}>
          {words.submit}
        </Button>
      </Group>
      <Modal opened={asking} onClose={close} title={words.question(vanishing.name, staying.name)}>
        <ServerForm
          form={form}
          send={send}
          submitLabel={words.submit}
          actions={
            <Button variant="default" size="lg" onClick={close}>
              {texts.common.cancel}
            </Button>
          }
        >
          <Text>{words.warning}</Text>
        </ServerForm>
      </Modal>
    </Stack>
  );
}

/** What is empty on the side that stays comes from the other. */
function startOf({ differing, staying }: MergePreview): MergeValues['chosen'] {
  return Object.fromEntries(
    differing.map((field) => [field, staying[field as MergeField] === null ? 'vanishing' : 'staying']),
  );
}

function Sides({ preview, onSwap }: { preview: MergePreview; onSwap: () => void }) {
  const { staying, vanishing, stayingCounts, vanishingCounts } = preview;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <SideCard title={words.stays} institution={staying} counts={stayingCounts} />
        <SideCard title={words.vanishes} institution={vanishing} counts={vanishingCounts} />
      </SimpleGrid>
      <Group>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconArrowsExchange size={18} aria-hidden />}
          onClick={onSwap}
        >
          {words.swap}
        </Button>
      </Group>
    </>
  );
}

interface SideCardProps {
  title: string;
  institution: Institution;
  counts: MergePreview['stayingCounts'];
}

function SideCard({ title, institution, counts }: SideCardProps) {
  const { groups, activities, people, runs } = counts;
  return (
    <Paper withBorder radius="md" p="md">
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text fw={600}>{institution.name}</Text>
      <Text size="sm">
        {words.counts(
          texts.house.groups.groupCount(groups),
          ...([activities, people, runs].map(formatInteger) as [string, string, string]),
        )}
      </Text>
    </Paper>
  );
}

interface FieldsProps {
  preview: MergePreview;
  form: ReturnType<typeof useForm<MergeValues>>;
}

function Fields({ preview: { differing, staying, vanishing }, form }: FieldsProps) {
  if (differing.length === 0) return <Text c="dimmed">{words.same}</Text>;
  const choose = (field: string, side: string) =>
    form.setFieldValue('chosen', {
      ...form.values.chosen,
      [field]: side === 'vanishing' ? 'vanishing' : 'staying',
    });
  return (
    <Stack gap="sm">
      <Text fw={600}>{words.fields}</Text>
      {differing.map((field) => (
        <Radio.Group
          key={field}
          label={fieldLabel(field)}
          value={form.values.chosen[field] ?? 'staying'}
          onChange={(side) => choose(field, side)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={4}>
            <Radio value="staying" label={shownValue(staying, field)} styles={WRAPS} />
            <Radio value="vanishing" label={shownValue(vanishing, field)} styles={WRAPS} />
          </SimpleGrid>
        </Radio.Group>
      ))}
    </Stack>
  );
}

// Mail addresses are longer than a phone is wide.
const WRAPS = { labelWrapper: { minWidth: 0 }, label: { overflowWrap: 'anywhere' } } as const;

function Joined({ preview: { joined } }: { preview: MergePreview }) {
  if (joined.length === 0) return null;
  return (
    <div>
      <Text>{words.joined}</Text>
      <List size="sm">
        {joined.map(({ name, schoolYear, stayingSize, vanishingSize }) => (
          <List.Item key={`${schoolYear} ${name}`}>
            {words.joinedLine(
              name,
              formatSchoolYear(schoolYear),
              formatInteger(stayingSize),
              formatInteger(vanishingSize),
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
