import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { exportHref, type ExportFilter } from '../data-files/export-href';
import { dataReaders, type FileCode } from '../data-files/files';
import { cityParams } from '../institutions/city-filter';
import { hasRole, useSession } from '../session/session';
import { schoolYearParam } from './school-year-select';

const words = texts.overview.download;

interface DownloadMenuProps {
  /** What is in the file. */
  of: FileCode;
  /** What the button says, where several stand side by side. */
  label?: string;
  /** The filter of the view, so that the file holds exactly what is shown. */
  filter: ExportFilter;
}

/** The list as a file. Plain links: the browser streams a large file to the disk and shows its progress. */
export function DownloadMenu({ of, filter, label = words.label }: DownloadMenuProps) {
  const href = (type: 'csv' | 'xlsx', form?: 'machine') => exportHref(`${of}.${type}`, { ...filter, form });
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
        <Menu.Item component="a" href={exportHref('codebook.csv')} download mih={44}>
          {words.codebook}
        </Menu.Item>
        <Menu.Item component="a" href={exportHref('codebook.html')} download mih={44}>
          {words.codebookPage}
        </Menu.Item>
        <Everything filter={filter} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The page of all files, about the same city and year; who has no such page takes the archive from here. */
function Everything({ filter: { municipalityId, schoolYear } }: { filter: ExportFilter }) {
  const { get } = useAddress();
  if (!hasRole(useSession(), ...dataReaders)) {
    return (
      <Menu.Item component="a" href={exportHref('package.zip')} download mih={44}>
        {words.package}
      </Menu.Item>
    );
  }
  const about = new URLSearchParams();
  if (municipalityId !== undefined) about.set(cityParams.municipality, String(municipalityId));
  if (schoolYear !== undefined && get(schoolYearParam) !== null)
    about.set(schoolYearParam, String(schoolYear));
  return (
    <>
      <Menu.Divider />
      <Menu.Item component={Link} href={about.size === 0 ? '/daten' : `/daten?${about}`} mih={44}>
        {words.everything}
      </Menu.Item>
    </>
  );
}
