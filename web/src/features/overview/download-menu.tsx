import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { texts } from '../../texts/de';

const words = texts.overview.download;

interface DownloadMenuProps {
  /** What is in the file. */
  of:
    | 'institutions'
    | 'activities'
    | 'bookings'
    | 'coach-contacts'
    | 'trainings'
    | 'attendance'
    | 'accounts'
    | 'group-years'
    | 'mails'
    | 'trained-staff'
    | 'assessments-long'
    | 'assessments-wide';
  /** What the button says, where several stand side by side. */
  label?: string;
  /** The filter of the view, so that the file holds exactly what is shown. */
  filter: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** The list as a file. Plain links: the browser streams a large file to the disk and shows its progress. */
export function DownloadMenu({ of, filter, label = words.label }: DownloadMenuProps) {
  const href = (type: 'csv' | 'xlsx', form?: 'machine') =>
    `/api/exports/${of}.${type}${queryOf({ ...filter, form })}`;
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="dimmed">{words.people}</Menu.Label>
        <Menu.Item component="a" href={href('xlsx')} download mih={44}>
          {words.xlsx}
        </Menu.Item>
        <Menu.Item component="a" href={href('csv')} download mih={44}>
          {words.csv}
        </Menu.Item>
        <Menu.Label c="dimmed">{words.machine}</Menu.Label>
        <Menu.Item component="a" href={href('csv', 'machine')} download mih={44}>
          {words.machineCsv}
        </Menu.Item>
        <Menu.Item component="a" href="/api/exports/codebook.csv" download mih={44}>
          {words.codebook}
        </Menu.Item>
        <Menu.Item component="a" href="/api/exports/codebook.html" download mih={44}>
          {words.codebookPage}
        </Menu.Item>
        <Menu.Item component="a" href="/api/exports/package.zip" download mih={44}>
          {words.package}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function queryOf(filter: DownloadMenuProps['filter']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) params.set(name, String(value));
  }
  return params.size === 0 ? '' : `?${params}`;
}
