import { NativeSelect } from '@mantine/core';
import { texts } from '../../texts/de';
import type { House } from '../session/session';

interface LedHouseSelectProps {
  houses: readonly House[];
  house: House;
  onChoose: (id: string) => void;
}

/** For the few who lead more than one house; nothing for everyone else. */
export function LedHouseSelect({ houses, house, onChoose }: LedHouseSelectProps) {
  if (houses.length < 2) return null;
  return (
    <NativeSelect
      label={texts.activities.add.house}
      size="md"
      maw={400}
      data={houses.map(({ id, name }) => ({ value: id, label: name }))}
      value={house.id}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
