import { Grid, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { hasRole, useSession } from '../session/session';
import { MapPanel } from './map-panel';
import classes from './map-view.module.css';
import { inOrder, orderNamed, orderParam } from './map-order';
import { stateOf, useHiddenStates } from './map-state';
import { MapTable } from './map-table';
import type { CityMap } from './queries';

/** The map with its legend, and beside it the table of the same institutions. */
export function MapView({ map }: { map: CityMap }) {
  const order = orderNamed(useAddress().get(orderParam));
  const { hidden } = useHiddenStates();
  const inTurn = useMemo(() => inOrder(map.items, order), [map.items, order]);
  const hiddenNames = [...hidden].join();
  const shown = useMemo(
    () => inTurn.filter((house) => !hiddenNames.split(',').includes(stateOf(house))),
    [inTurn, hiddenNames],
  );
  const keeps = hasRole(useSession(), 'coordinator');
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <Grid gap="lg" classNames={{ inner: classes.columns }}>
      <Grid.Col span={{ base: 12, lg: 5.5 }}>
        <MapPanel map={map} shown={shown} selected={selected} onSelect={setSelected} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6.5 }} className={classes.table}>
        {shown.length === 0 ? (
          <Text>{texts.cityMap.nothingChosen}</Text>
        ) : (
          <MapTable houses={shown} order={order} keeps={keeps} onShow={setSelected} />
        )}
      </Grid.Col>
    </Grid>
  );
}
