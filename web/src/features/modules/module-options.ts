import type { CatalogueModule, FocusArea } from '../../api/types';

interface Option {
  value: string;
  label: string;
}

/** The modules as the options of a list, under their focus areas. */
export function moduleOptions(
  modules: readonly CatalogueModule[],
  areas: readonly FocusArea[],
): { group: string; items: Option[] }[] {
  return byFocusArea(modules, areas).map(({ area, modules: own }) => ({
    group: area.title,
    items: own.map(({ id, title }) => ({ value: id, label: title })),
  }));
}

/** The modules of each focus area, in the programme's order; areas without any are left out. */
export function byFocusArea(
  modules: readonly CatalogueModule[],
  areas: readonly FocusArea[],
): { area: FocusArea; modules: CatalogueModule[] }[] {
  return areas
    .map((area) => ({ area, modules: modules.filter(({ focusArea }) => focusArea === area.code) }))
    .filter(({ modules: own }) => own.length > 0);
}
