import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { hasRole, useSession } from '../session/session';
import { exportHref, type ExportFilter } from './export-href';
import classes from './file-panel.module.css';
import { DATA_FILES, type DataFile, type SectionCode } from './files';
import type { DataFilter } from './use-data-filter';

const words = texts.dataFiles;

interface FilePanelProps {
  section: SectionCode;
  filter: DataFilter;
}

/** The files about one subject that the person may take; nothing where there are none. */
export function FilePanel({ section, filter }: FilePanelProps) {
  const session = useSession();
  const files = DATA_FILES[section].filter(({ roles }) => hasRole(session, ...roles));
  if (files.length === 0) return null;
  const { title, text } = { text: undefined, ...words.sections[section] };
  return (
    <Panel title={title}>
      {text && (
        <Text c="dimmed" mb="xs">
          {text}
        </Text>
      )}
      <Stack component="ul" gap={0} className={classes.list}>
        {files.map((file) => (
          <FileRow key={file.code} file={file} filter={filter} />
        ))}
      </Stack>
    </Panel>
  );
}

function FileRow({ file: { code, takes }, filter }: { file: DataFile; filter: DataFilter }) {
  const { title, text } = words.files[code];
  const asked: ExportFilter = {
    ...Object.fromEntries(takes.map((name) => [name, filter[name]])),
    ...(takes.includes('groupBy') && { compare: 'previous_year' }),
  };
  return (
    <Group component="li" className={classes.row} justify="space-between" gap="sm">
      <Box flex="1 1 280px">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </Box>
      <Group gap={6}>
        <FileLink href={exportHref(`${code}.xlsx`, asked)} file={title} type="xlsx" />
        <FileLink href={exportHref(`${code}.csv`, asked)} file={title} type="people" />
        <FileLink
          href={exportHref(`${code}.csv`, { ...asked, form: 'machine' })}
          file={title}
          type="machine"
        />
      </Group>
    </Group>
  );
}

interface FileLinkProps {
  href: string;
  file: string;
  type: keyof typeof words.types;
}

/** A plain link: the browser streams a large file to the disk and shows its progress. */
function FileLink({ href, file, type }: FileLinkProps) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      size="compact-sm"
      mih={40}
      px="xs"
      aria-label={words.label(file, words.types[type])}
    >
      {words.types[type]}
    </Button>
  );
}
