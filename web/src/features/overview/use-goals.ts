import { useQuery } from '@tanstack/react-query';
import type { Target } from '../../api/types';
import { cityParams, useChosenMunicipality } from '../institutions/city-filter';
import { useGoverns } from '../institutions/rights';
import { targetsQuery } from '../targets/queries';
import { useOverviewFilter } from './overview-filter';

type Wanted = Pick<Target, 'institutions' | 'children' | 'teachingUnits' | 'consultations' | 'weeklyMinutes'>;

const NOTHING: Wanted = {
  ...{ institutions: null, children: null, teachingUnits: null, consultations: null, weeklyMinutes: null },
};

export interface Goals {
  /** Null where the figures are not those of one whole city: its targets say nothing about a part of it, or about several. */
  wanted: Wanted | null;
  /** Where they are set, for who may. */
  href: string | null;
  pending: boolean;
}

/** What the city wants to reach in the school year that the page shows. */
export function useGoals(): Goals {
  const { schoolYear, municipalityId: _, ...parts } = useOverviewFilter();
  const municipalityId = useChosenMunicipality();
  const governs = useGoverns(municipalityId ?? '');
  const isWhole = Object.values<unknown>(parts).every((part) => part === undefined);
  const asked = municipalityId !== undefined && isWhole;
  const targets = useQuery({ ...targetsQuery(municipalityId ?? ''), enabled: asked });
  const set = targets.data?.find((target) => target.schoolYear === schoolYear);
  return {
    wanted: asked ? (set ?? NOTHING) : null,
    href: governs ? `/verwaltung/ziele?${cityParams.municipality}=${municipalityId}` : null,
    pending: asked && targets.isPending,
  };
}
