import { Group, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { DownloadMenu } from './download-menu';
import { type OverviewFilter, useOverviewFilter } from './overview-filter';

const words = texts.overview.more;
const { files } = texts.programmeFigures;

/** Everything behind the page's numbers, row by row. */
export function FilesPanel() {
  const filter = useOverviewFilter();
  return (
    <div className="no-print">
      <Panel title={words.title}>
        <Text size="sm" c="dimmed" mb="md">
          {words.intro}
        </Text>
        <Group gap="xs">
          <DownloadMenu of="bookings" label={files.bookings} filter={filter} />
          <DownloadMenu of="coach-contacts" label={files.contacts} filter={filter} />
          <DownloadMenu of="trainings" label={files.trainings} filter={trainingFilter(filter)} />
          <DownloadMenu of="attendance" label={files.attendance} filter={filter} />
        </Group>
      </Panel>
    </div>
  );
}

/** A training is of a municipality, not of single houses. */
function trainingFilter({ municipalityId, schoolYear }: OverviewFilter): Partial<OverviewFilter> {
  return { municipalityId, schoolYear };
}
