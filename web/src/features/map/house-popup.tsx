import { Anchor, CloseButton, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatInteger } from '../../ui/format';
import { stateOf } from './map-state';
import classes from './house-popup.module.css';
import type { MapHouse } from './queries';
import { StateWord } from './state-shape';

const words = texts.cityMap;

interface HousePopupProps {
  house: MapHouse;
  onClose: () => void;
}

/** What a point stands for. */
export function HousePopup({ house, onClose }: HousePopupProps) {
  const { institutionId, name, kind, districtName } = house;
  return (
    <Stack gap={8} role="group" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Anchor component={Link} href={`/einrichtungen/${institutionId}`} fw={650}>
          {name}
        </Anchor>
        <CloseButton size="sm" aria-label={words.close} onClick={onClose} />
      </Group>
      <Text size="sm" c="dimmed">
        {words.kindAndDistrict(wordFor(texts.words.kind, kind), districtName)}
      </Text>
      <StateWord state={stateOf(house)} />
      {house.groups > 0 && <Figures house={house} />}
      <Anchor component={Link} size="sm" href={`/einrichtungen/${institutionId}/blatt`}>
        {words.toSheet}
      </Anchor>
    </Stack>
  );
}

function Figures({ house }: { house: MapHouse }) {
  const { activeGroups, groups, childrenReached, activities, lastActivityOn } = house;
  const facts: [string, string][] = [
    [words.groups, words.of(formatInteger(activeGroups), formatInteger(groups))],
    [words.children, formatInteger(childrenReached)],
    [words.activities, formatInteger(activities)],
    [words.last, lastActivityOn === null ? words.never : formatDate(lastActivityOn)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
