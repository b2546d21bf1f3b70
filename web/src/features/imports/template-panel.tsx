import { Badge, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/schema';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { templatePath } from './paths';
import { columnsQuery, type ImportKind } from './queries';

const words = texts.imports.template;

/** The template, and what each of its columns means. */
export function TemplatePanel({ kind }: { kind: ImportKind }) {
  const [open, { toggle }] = useDisclosure(false);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <Panel title={words.title}>
      <Stack gap="md" align="stretch">
        <Text>{words.text}</Text>
        <Text size="sm" c="dimmed">
          {texts.imports.kinds[kind].again}
        </Text>
        <Group gap="sm">
          <Button
            component="a"
            href={templatePath(kind)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {words.download}
          </Button>
          <Button
            variant="subtle"
            aria-expanded={open}
            rightSection={<Chevron size={18} aria-hidden />}
            onClick={toggle}
          >
            {open ? words.hide : words.show}
          </Button>
        </Group>
        <Collapse expanded={open}>{open && <ColumnTable kind={kind} />}</Collapse>
      </Stack>
    </Panel>
  );
}

type TemplateColumn = components['schemas']['TemplateColumnDto'];

const columns: readonly Column<TemplateColumn>[] = [
  {
    key: 'column',
    header: words.column,
    primary: true,
    render: ({ header, required }) => (
      <Group gap="xs">
        <Text span inherit fw={600}>
          {header}
        </Text>
        {required && (
          <Badge variant="light" tt="none">
            {words.required}
          </Badge>
        )}
      </Group>
    ),
  },
  { key: 'hint', header: words.hint, render: ({ hint }) => hint },
  { key: 'example', header: words.example, render: ({ example }) => example || texts.common.none },
];

function ColumnTable({ kind }: { kind: ImportKind }) {
  const query = useQuery(columnsQuery(kind));
  return (
    <QueryView query={query}>
      {(rows) => (
        <DataTable caption={words.title} columns={columns} rows={rows} rowKey={({ name }) => name} />
      )}
    </QueryView>
  );
}
