import { ActionIcon, Anchor, Button, Text, VisuallyHidden } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInteger } from '../../ui/format';
import { useAddress } from '../../ui/use-address';
import { type MapOrder, orderParam } from './map-order';
import { stateOf } from './map-state';
import type { MapHouse } from './queries';
import { StateWord } from './state-shape';

const words = texts.cityMap;
const STEP = 100;

interface MapTableProps {
  houses: readonly MapHouse[];
  order: MapOrder;
  /** May give a house its position. */
  keeps: boolean;
  onShow: (id: string) => void;
}

/** The same institutions as on the map, in the same order, and those without a position. */
export function MapTable({ houses, order, keeps, onShow }: MapTableProps) {
  const address = useAddress();
  const [limit, setLimit] = useState(STEP);
  const rest = houses.length - limit;
  return (
    <>
      <DataTable
        caption={words.table}
        columns={columnsWith(keeps, onShow)}
        rows={houses.slice(0, limit)}
        rowKey={({ institutionId }) => institutionId}
        minWidth={440}
        sort={order}
        onSort={(sort) => address.set({ [orderParam]: sort === 'name' ? null : sort }, { replace: true })}
      />
      {rest > 0 && (
        <Button mt="md" variant="default" className="no-print" onClick={() => setLimit(limit + STEP)}>
          {words.more(formatInteger(Math.min(rest, STEP)))}
        </Button>
      )}
    </>
  );
}

function columnsWith(keeps: boolean, onShow: (id: string) => void): readonly Column<MapHouse>[] {
  return [
    ...COLUMNS,
    {
      key: 'show',
      header: words.onMap,
      actions: true,
      render: (house) => <Place house={house} keeps={keeps} onShow={onShow} />,
    },
  ];
}

const COLUMNS: readonly Column<MapHouse>[] = [
  {
    key: 'institution',
    header: words.institution,
    primary: true,
    sort: { ascending: 'name', descending: '-name' },
    render: ({ institutionId, name, kind, districtName }) => (
      <>
        <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`} fw={600}>
          {name}
        </Anchor>
        <Text span size="sm" c="dimmed" display="block" fw={400}>
          {words.kindAndDistrict(wordFor(texts.words.kind, kind), districtName)}
        </Text>
        <Anchor
          component={Link}
          inherit
          size="sm"
          fw={400}
          className="no-print"
          href={`/einrichtungen/${institutionId}/blatt`}
          aria-label={texts.houseSheet.openOf(name)}
        >
          {words.toSheet}
        </Anchor>
      </>
    ),
  },
  {
    key: 'state',
    header: words.state,
    sort: { ascending: 'stand' },
    render: (house) => (
      <>
        <StateWord state={stateOf(house)} />
        {house.lastActivityOn && (
          <Text span size="sm" c="dimmed" display="block">
            {words.lastOn(formatDate(house.lastActivityOn))}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'activities',
    header: words.activities,
    numeric: true,
    sort: { ascending: 'aktivitaeten', descending: '-aktivitaeten' },
    render: ({ activities }) => formatInteger(activities),
  },
];

type PlaceProps = Pick<MapTableProps, 'keeps' | 'onShow'> & { house: MapHouse };

function Place({ house: { institutionId, name, latitude }, keeps, onShow }: PlaceProps) {
  if (latitude !== null) {
    return (
      <ActionIcon
        className="no-print"
        variant="subtle"
        size="lg"
        aria-label={words.show(name)}
        onClick={() => onShow(institutionId)}
      >
        <IconMapPin size={20} aria-hidden />
      </ActionIcon>
    );
  }
  if (!keeps) return words.noPosition;
  return (
    <Anchor component={Link} inherit size="sm" href={`/einrichtungen/${institutionId}/bearbeiten`}>
      <span aria-hidden>{words.givePosition}</span>
      <VisuallyHidden>{words.givePositionOf(name)}</VisuallyHidden>
    </Anchor>
  );
}
