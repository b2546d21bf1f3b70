import type { CatalogueModule } from '../../api/types';
import { useAddress } from '../../ui/use-address';

/** The names of the catalogue's filters in the address. */
export const moduleFilterParams = {
  search: 'suche',
  focusArea: 'schwerpunkt',
  audience: 'zielgruppe',
  format: 'format',
  retired: 'alt',
} as const;

export interface ModuleFilter {
  search: string;
  focusArea: string | null;
  audience: string | null;
  format: string | null;
  retired: boolean;
}

export function useModuleFilter(): ModuleFilter {
  const { get } = useAddress();
  return {
    search: get(moduleFilterParams.search) ?? '',
    focusArea: get(moduleFilterParams.focusArea),
    audience: get(moduleFilterParams.audience),
    format: get(moduleFilterParams.format),
    retired: get(moduleFilterParams.retired) !== null,
  };
}

/** Whether a module of the catalogue, which is here as a whole, is meant by the filter. */
export function matches(module: CatalogueModule, filter: ModuleFilter): boolean {
  const { focusArea, audience, format, retired, search } = filter;
  const text = fold(`${module.title} ${module.description ?? ''}`);
  return (
    (focusArea === null || module.focusArea === focusArea) &&
    (audience === null || module.audience === audience) &&
    (format === null || module.format === format) &&
    module.active !== retired &&
    text.includes(fold(search))
  );
}

/** Without capitals and marks, so that "ubung" finds "Übung". */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
