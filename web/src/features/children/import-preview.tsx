import { Badge, Button, Group as Row, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { announceProblem } from '../../ui/announce';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import {
  type ChildFilePreview,
  type ChildFileResult,
  type ChildFileRow,
  readWrongRows,
  writeChildFile,
} from './import-requests';
import { formatMonthNumber } from './month';
import { useChildrenChanged } from './queries';

const words = texts.childImport;
const COLORS: Readonly<Record<ChildFileRow['status'], string>> = {
  new: 'wiese',
  changed: 'sonne',
  unchanged: 'gray',
  wrong: 'red',
};

/** A file that has been looked at. */
export interface LookedAtChildren {
  institutionId: string;
  file: Blob;
  preview: ChildFilePreview;
}

interface PreviewProps {
  looked: LookedAtChildren;
  onWritten: (result: ChildFileResult) => void;
  onOtherFile: () => void;
}

/** What would become of each row, and the button that does it. */
export function ImportPreview({ looked, onWritten, onOtherFile }: PreviewProps) {
  const { institutionId, file, preview } = looked;
  const { rows, digest } = preview;
  const count = (status: ChildFileRow['status']) => rows.filter((row) => row.status === status).length;
  const counts = {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    wrong: count('wrong'),
  };
  const good = counts.new + counts.changed;
  const changed = useChildrenChanged();
  const write = useMutation({
    mutationFn: () => writeChildFile({ institutionId, file, digest, onlyGood: counts.wrong > 0 }),
    onSuccess: async (result) => {
      await changed();
      onWritten(result);
    },
    onError: announceProblem,
  });
  const mend = useMutation({
    mutationFn: () => readWrongRows(institutionId, file),
    onSuccess: (file) => saveFile(file, words.wrongRowsFile),
    onError: announceProblem,
  });
  return (
    <Panel title={words.previewTitle}>
      <Stack gap="md">
        <Text role="status">{good + counts.wrong === 0 ? words.nothing : words.counts(counts)}</Text>
        <Row gap="sm">
          {good > 0 && (
            <Button loading={write.isPending} onClick={() => write.mutate()}>
              {counts.wrong > 0 ? words.writeGood(good) : words.write(good)}
            </Button>
          )}
          {counts.wrong > 0 && (
            <Button
              variant="default"
              loading={mend.isPending}
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => mend.mutate()}
            >
              {words.wrongRows}
            </Button>
          )}
          <Button variant="default" onClick={onOtherFile}>
            {words.otherFile}
          </Button>
        </Row>
        <DataTable
          caption={words.previewCaption}
          columns={columns}
          rows={[...rows].sort((a, b) => Number(b.status === 'wrong') - Number(a.status === 'wrong'))}
          rowKey={({ number }) => String(number)}
        />
      </Stack>
    </Panel>
  );
}

/** A change in the words of the screen. */
function said({ field, new: value }: ChildFileRow['changes'][number]): string {
  const text = String(value);
  if (field === 'birthMonth') return formatMonthNumber(text);
  if (field === 'sex') return texts.children.sexes[text as keyof typeof texts.children.sexes];
  return field === 'consentGivenOn' ? texts.children.consent.given(formatDate(text)) : text;
}

const columns: Column<ChildFileRow>[] = [
  { key: 'row', header: words.row, numeric: true, render: ({ number }) => number },
  { key: 'child', header: words.child, primary: true, render: ({ code }) => code },
  { key: 'says', header: words.says, render: ({ changes }) => changes.map(said).join(', ') },
  {
    key: 'outcome',
    header: words.outcome,
    render: ({ status, errors }) => (
      <>
        <Badge variant="light" color={COLORS[status]} tt="none" fw={500}>
          {words.statuses[status]}
        </Badge>
        {errors.map(({ field, column, value, message }) => (
          <Text key={`${field} ${message}`} size="sm">
            {message}
            {column && value && <Text span c="dimmed">{` (${words.inCell(column, value)})`}</Text>}
          </Text>
        ))}
      </>
    ),
  },
];
