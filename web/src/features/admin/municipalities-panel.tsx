import { Anchor, Badge, Button, Group, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Municipality } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import { Empty } from '../../ui/states';
import { municipalitiesQuery } from '../institutions/reference';
import { ArchiveButton } from './archive-button';
import { MunicipalityForm } from './municipality-form';
import { changeMunicipality } from './requests';

const words = texts.admin.municipalities;

/** The cities of this installation. */
export function MunicipalitiesPanel({ municipalities }: { municipalities: readonly Municipality[] }) {
  const [edited, setEdited] = useState<Municipality | 'new' | null>(null);
  const close = () => setEdited(null);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
      {words.add}
    </Button>
  );
  return (
    <>
      {municipalities.length === 0 ? (
        <Empty title={words.emptyTitle} action={add}>
          {words.emptyText}
        </Empty>
      ) : (
        <Panel title={words.title} action={add}>
          <DataTable
            caption={words.title}
            columns={columnsOf(setEdited)}
            rows={municipalities}
            rowKey={({ id }) => id}
          />
        </Panel>
      )}
      <Modal
        opened={edited !== null}
        onClose={close}
        title={edited === 'new' ? words.addTitle : words.editTitle}
      >
        {edited !== null && (
          <MunicipalityForm municipality={edited === 'new' ? null : edited} onSaved={close} />
        )}
      </Modal>
    </>
  );
}

function columnsOf(onEdit: (municipality: Municipality) => void): Column<Municipality>[] {
  return [
    {
      key: 'name',
      header: words.name,
      primary: true,
      render: ({ name, archivedAt }) => (
        <Group gap="xs">
          {name}
          {archivedAt !== null && (
            <Badge variant="default" tt="none">
              {words.archived}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'key', header: words.key, render: ({ key }) => key },
    { key: 'state', header: words.state, render: ({ state }) => wordFor(texts.terms.state, state) },
    {
      key: 'districts',
      header: words.toDistricts,
      render: ({ id, name }) => (
        <Anchor
          component={Link}
          inherit
          href={`/verwaltung/stadtbezirke?kommune=${id}`}
          aria-label={words.districtsLabel(name)}
        >
          {words.show}
        </Anchor>
      ),
    },
    {
      key: 'actions',
      header: words.actions,
      actions: true,
      render: (municipality) => <Actions municipality={municipality} onEdit={onEdit} />,
    },
  ];
}

interface ActionsProps {
  municipality: Municipality;
  onEdit: (municipality: Municipality) => void;
}

function Actions({ municipality, onEdit }: ActionsProps) {
  const queries = useQueryClient();
  return (
    <Group gap={4} display="inline-flex">
      {municipality.archivedAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={40}
          aria-label={words.editLabel(municipality.name)}
          onClick={() => onEdit(municipality)}
        >
          {texts.common.edit}
        </Button>
      )}
      <ArchiveButton
        record={municipality}
        words={words}
        change={(archived) =>
          changeMunicipality(municipality, { archived }).finally(() =>
            queries.invalidateQueries(municipalitiesQuery),
          )
        }
      />
    </Group>
  );
}
