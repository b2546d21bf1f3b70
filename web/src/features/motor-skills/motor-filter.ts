import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { choiceOf } from '../institutions/catalogue';
import { cityParams } from '../institutions/city-filter';
import { itemTitle } from './cells';

const words = texts.motorSkills;

/** The names of the choices in the address. */
export const motorParams = {
  publication: 'veroeffentlichung',
  region: 'region',
  kind: cityParams.kind,
  sex: 'geschlecht',
  age: 'alter',
  wave: 'zeitpunkt',
  item: 'aufgabe',
  dimension: 'nach',
} as const;

/** Which children: only what is published can be chosen. */
export function useMotorFilter({ summary, items }: PublicationDetail) {
  const { get } = useAddress();
  const waves = wavesOf(summary?.tables ?? []);
  const tasks = items.map((item) => ({ id: item.protocolId, title: itemTitle(item, items) }));
  const region = summary?.regions.find(({ key }) => key === get(motorParams.region))?.key;
  const wave = choiceOf(words.waves, get(motorParams.wave));
  return {
    ...{ waves, tasks, region },
    kind: choiceOf(texts.words.kind, get(motorParams.kind)),
    sex: choiceOf(words.sexes, get(motorParams.sex)),
    ageBand: choiceOf(words.ageBands, get(motorParams.age)),
    wave: wave !== undefined && waves.includes(wave) ? wave : (waves[0] ?? 'entry'),
    task: tasks.find(({ id }) => id === get(motorParams.item)) ?? tasks[0],
  };
}

export type MotorFilter = ReturnType<typeof useMotorFilter>;
export type WaveName = keyof typeof words.waves;

function wavesOf(tables: readonly { wave: string | null }[]): WaveName[] {
  const all = Object.keys(words.waves) as WaveName[];
  return all.filter((wave) => tables.some((table) => table.wave === wave));
}

/** The part of the filter that says which children, as the interface asks for cells. */
export function childrenOf({ region, kind, sex, ageBand }: MotorFilter) {
  return {
    place: region ?? 'all',
    kind: kind ?? 'all',
    sex: sex ?? 'all',
    ageBand: ageBand ?? 'all',
  } as const;
}

/** The same in words, for headings and paper. */
export function filterInWords(filter: MotorFilter, { summary }: PublicationDetail): string[] {
  const { region, kind, sex, ageBand } = filter;
  return [
    summary?.regions.find(({ key }) => key === region)?.title,
    kind && words.groups.kinds[kind],
    sex && words.sexes[sex],
    ageBand && words.ageBands[ageBand],
  ].filter((word) => typeof word === 'string');
}
