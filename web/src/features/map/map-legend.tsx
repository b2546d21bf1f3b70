import { Checkbox, Group, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { MAP_STATES, stateOf, useHiddenStates } from './map-state';
import type { MapHouse } from './queries';
import { StateShape } from './state-shape';

const words = texts.cityMap;

/** What the signs mean, how many there are of each, and which of them to show. */
export function MapLegend({ houses }: { houses: readonly MapHouse[] }) {
  const { hidden, toggle } = useHiddenStates();
  return (
    <Group role="group" aria-label={words.legend} gap="6px 20px">
      {MAP_STATES.map((state) => {
        const count = houses.filter((house) => stateOf(house) === state).length;
        return (
          <Checkbox
            key={state}
            // A picture and paper show the signs that are drawn; there is nothing to tick.
            className={hidden.has(state) ? 'no-print' : undefined}
            classNames={{ inner: 'no-print' }}
            checked={!hidden.has(state)}
            onChange={() => toggle(state)}
            label={
              <Group gap={8} wrap="nowrap">
                <StateShape state={state} />
                <Text span size="sm">
                  {words.stateCount(words.states[state], formatInteger(count))}
                </Text>
              </Group>
            }
          />
        );
      })}
    </Group>
  );
}
