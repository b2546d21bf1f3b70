import { Button, Group, Modal, Stack, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { District, Municipality } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { districtsQuery } from '../institutions/reference';
import { DownloadMenu } from '../overview/download-menu';
import { DistrictForm } from './district-form';
import { DistrictTable } from './district-table';

const words = texts.admin.districts;

/** The districts of one municipality. */
export function DistrictsOf({ municipality }: { municipality: Municipality }) {
  const districts = useQuery(districtsQuery(municipality.id));
  const [edited, setEdited] = useState<District | 'new' | null>(null);
  const close = () => setEdited(null);
  return (
    <>
      <QueryView query={districts}>
        {(all) => (
          <Listed
            municipality={municipality}
            districts={all}
            onEdit={setEdited}
            onAdd={() => setEdited('new')}
          />
        )}
      </QueryView>
      <Modal
        opened={edited !== null}
        onClose={close}
        title={edited === 'new' ? words.addTitle(municipality.name) : words.editTitle}
      >
        {edited !== null && (
          <DistrictForm
            municipality={municipality}
            district={edited === 'new' ? null : edited}
            position={(districts.data ?? []).length + 1}
            onSaved={close}
          />
        )}
      </Modal>
    </>
  );
}

interface ListedProps {
  municipality: Municipality;
  districts: readonly District[];
  onEdit: (district: District) => void;
  onAdd: () => void;
}

function Listed({ municipality, districts, onEdit, onAdd }: ListedProps) {
  const [archived, setArchived] = useState(false);
  const shown = districts.filter(({ archivedAt }) => (archivedAt !== null) === archived);
  const hasArchived = districts.some(({ archivedAt }) => archivedAt !== null);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
      {words.add}
    </Button>
  );
  if (districts.length === 0) {
    return (
      <Empty title={words.emptyTitle} action={add}>
        {words.emptyText}
      </Empty>
    );
  }
  return (
    <Panel
      title={municipality.name}
      action={
        <Group gap="sm">
          <DownloadMenu of="districts" filter={{ municipalityId: municipality.id }} />
          {add}
        </Group>
      }
    >
      <Stack gap="md">
        {hasArchived && (
          <Switch
            label={words.showArchived}
            checked={archived}
            onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
          />
        )}
        <DistrictTable municipalityId={municipality.id} districts={shown} onEdit={onEdit} />
      </Stack>
    </Panel>
  );
}
