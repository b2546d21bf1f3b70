import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { saveFile } from '../../ui/save-file';
import { useSession } from '../session/session';
import { type ChartColumn, chartFile } from './chart-column';
import { chartFileName } from './chart-file-name';
import { pictureOf } from './chart-picture';
import { useSourceLine } from './chart-source';

const words = texts.charts;

interface SaveMenuProps<Row> {
  title: string;
  summary: string | undefined;
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  /** What the picture is taken of: the chart or the table, whichever is shown. */
  drawn: RefObject<HTMLElement | null>;
}

/** A chart to take along: as a picture or as a file for a spreadsheet. */
export function SaveMenu<Row>({ title, summary, columns, rows, drawn }: SaveMenuProps<Row>) {
  const { today } = useSession();
  const picture = usePicture(drawn, title, summary);
  const saveCsv = () => saveFile(chartFile(columns, rows), chartFileName(title, today, 'csv'));
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          mih={32}
          flex="none"
          leftSection={<IconDownload size={16} aria-hidden />}
          aria-label={`${title}: ${words.save}`}
          loading={picture.busy}
        >
          {words.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          mih={44}
          leftSection={<IconPhoto size={18} aria-hidden />}
          onClick={() => void picture.save()}
        >
          {words.picture}
        </Menu.Item>
        <Menu.Item mih={44} leftSection={<IconTable size={18} aria-hidden />} onClick={saveCsv}>
          {words.csv}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function usePicture(drawn: RefObject<HTMLElement | null>, title: string, summary: string | undefined) {
  const { today } = useSession();
  const source = useSourceLine();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (!drawn.current) return;
    setBusy(true);
    try {
      saveFile(
        await pictureOf(drawn.current, { title, summary, source }),
        chartFileName(title, today, 'png'),
      );
      announce(words.pictureSaved);
    } catch (error) {
      announceProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
