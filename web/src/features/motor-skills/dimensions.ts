import type { PublicationDetail, PublishedCell } from '../../api/types';
import { texts } from '../../texts/de';
import { childrenOf, type MotorFilter } from './motor-filter';
import type { CellFilter } from './queries';

const words = texts.motorSkills;

export type DimensionName = keyof typeof words.groups.dimensions;

interface Group {
  key: string;
  label: string;
}

/** How children are divided: what is asked for, which attribute tells the groups apart, and which groups there are. */
export interface Dimension {
  filter: CellFilter;
  keyOf: (cell: PublishedCell) => string | null;
  groups: Group[];
}

const groupsOf = (titles: Readonly<Record<string, string>>): Group[] =>
  Object.entries(titles).map(([key, label]) => ({ key, label }));

const SITUATIONS = groupsOf({ ...texts.terms.socialSituation, unknown: words.unknown });
const INDICES = groupsOf({ ...texts.terms.socialIndexGroup, unknown: words.unknown });

/** The chosen children, divided; what divides them is not narrowed by the filter. */
export function dimensionOf(name: DimensionName, filter: MotorFilter, detail: PublicationDetail): Dimension {
  const { place, ...children } = childrenOf(filter);
  const byPlace = (scheme: NonNullable<CellFilter['scheme']>, groups: Group[]): Dimension => ({
    filter: { scheme, ...children },
    keyOf: (cell) => cell.place,
    groups,
  });
  const region = { scheme: 'region', place, ...children } as const;
  const regions = (detail.summary?.regions ?? []).map(({ key, title }) => ({ key, label: title }));
  const of: Record<DimensionName, () => Dimension> = {
    region: () => byPlace('region', regions),
    social_situation: () => byPlace('social_situation', SITUATIONS),
    social_index: () => {
      const { filter: asked, ...rest } = byPlace('social_index', INDICES);
      return { ...rest, filter: { ...asked, kind: 'school' } };
    },
    kind: () => ({
      filter: without(region, 'kind'),
      keyOf: ({ kind }) => kind,
      groups: groupsOf(words.groups.kinds),
    }),
    sex: () => ({ filter: without(region, 'sex'), keyOf: ({ sex }) => sex, groups: groupsOf(words.sexes) }),
    age: () => ({
      filter: without(region, 'ageBand'),
      keyOf: ({ ageBand }) => ageBand,
      groups: groupsOf(words.ageBands),
    }),
  };
  return of[name]();
}

function without(filter: CellFilter, name: keyof CellFilter): CellFilter {
  const { [name]: _left, ...rest } = filter;
  return rest;
}
