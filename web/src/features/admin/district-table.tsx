import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { District } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce } from '../../ui/announce';
import { type Column, DataTable } from '../../ui/data-table';
import { districtsQuery } from '../institutions/reference';
import { ArchiveButton } from './archive-button';
import { changeDistrict } from './requests';
import { useReorder } from './use-reorder';

const words = texts.admin.districts;

interface DistrictTableProps {
  municipalityId: string;
  /** In the city's order. */
  districts: readonly District[];
  onEdit: (district: District) => void;
}

export function DistrictTable({ municipalityId, districts, onEdit }: DistrictTableProps) {
  const reorder = useReorder(municipalityId, ({ name }, place) => announce(words.moved(name, place)));
  const move = (from: number, to: number) => reorder.mutate({ ordered: districts, from, to });
  const columns: Column<District>[] = [
    { key: 'name', header: words.name, primary: true, render: (district) => <Name district={district} /> },
    {
      key: 'social',
      header: words.socialSituation,
      render: (district) => <SocialSituation district={district} />,
    },
    {
      key: 'order',
      header: words.order,
      render: (district) => (
        <OrderButtons
          district={district}
          index={districts.indexOf(district)}
          last={districts.length - 1}
          pending={reorder.isPending}
          onMove={move}
        />
      ),
    },
    {
      key: 'actions',
      header: words.actions,
      actions: true,
      render: (district) => <Actions district={district} onEdit={onEdit} />,
    },
  ];
  return <DataTable caption={words.title} columns={columns} rows={districts} rowKey={({ id }) => id} />;
}

function Name({ district: { name, archivedAt } }: { district: District }) {
  return (
    <Group gap="xs">
      {name}
      {archivedAt !== null && (
        <Badge variant="default" tt="none">
          {texts.admin.municipalities.archived}
        </Badge>
      )}
    </Group>
  );
}

function SocialSituation({ district }: { district: District }) {
  const { socialSituation, socialSituationSource, socialSituationYear } = district;
  if (socialSituation === null) {
    return (
      <Text span inherit c="dimmed">
        {words.unknown}
      </Text>
    );
  }
  return (
    <>
      {wordFor(texts.terms.socialSituation, socialSituation)}
      {socialSituationSource && (
        <Text span size="sm" c="dimmed" display="block">
          {words.sourceOf(socialSituationSource, socialSituationYear)}
        </Text>
      )}
    </>
  );
}

interface OrderButtonsProps {
  district: District;
  index: number;
  last: number;
  pending: boolean;
  onMove: (from: number, to: number) => void;
}

function OrderButtons({ district, index, last, pending, onMove }: OrderButtonsProps) {
  if (district.archivedAt !== null) return null;
  return (
    <Group gap={4} wrap="nowrap">
      <MoveButton
        label={words.up(district.name)}
        possible={index > 0 && !pending}
        onClick={() => onMove(index, index - 1)}
      >
        <IconArrowUp size={20} aria-hidden />
      </MoveButton>
      <MoveButton
        label={words.down(district.name)}
        possible={index < last && !pending}
        onClick={() => onMove(index, index + 1)}
      >
        <IconArrowDown size={20} aria-hidden />
      </MoveButton>
    </Group>
  );
}

interface MoveButtonProps {
  label: string;
  possible: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Keeps the focus where it is when a move is not possible any more, so that the keyboard does not fall off. */
function MoveButton({ label, possible, onClick, children }: MoveButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      size={40}
      aria-label={label}
      aria-disabled={!possible}
      opacity={possible ? 1 : 0.35}
      onClick={possible ? onClick : undefined}
    >
      {children}
    </ActionIcon>
  );
}

interface ActionsProps {
  district: District;
  onEdit: (district: District) => void;
}

function Actions({ district, onEdit }: ActionsProps) {
  const queries = useQueryClient();
  return (
    <Group gap={4} display="inline-flex">
      {district.archivedAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={40}
          aria-label={words.editLabel(district.name)}
          onClick={() => onEdit(district)}
        >
          {texts.common.edit}
        </Button>
      )}
      {district.archivedAt === null && (
        <Button
          component={Link}
          href={`/verwaltung/stadtbezirke/${district.id}`}
          variant="subtle"
          size="compact-sm"
          mih={40}
          aria-label={texts.districtYears.openLabel(district.name)}
        >
          {texts.districtYears.open}
        </Button>
      )}
      <ArchiveButton
        record={district}
        words={words}
        change={(archived) =>
          changeDistrict(district, { archived }).finally(() =>
            queries.invalidateQueries(districtsQuery(district.municipalityId)),
          )
        }
      />
    </Group>
  );
}
