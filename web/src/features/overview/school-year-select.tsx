import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { formatSchoolYear } from '../../ui/format';
import { useAddress } from '../../ui/use-address';
import { useSession } from '../session/session';

export const schoolYearParam = 'jahr';

/** How far back the list goes. */
const YEARS_BACK = 4;

/** The school year in the address, else the running one. */
export function useSchoolYear(): number {
  const { schoolYear } = useSession();
  const chosen = useAddress().get(schoolYearParam);
  return chosen !== null && /^\d{4}$/.test(chosen) ? Number(chosen) : schoolYear;
}

interface SchoolYearSelectProps {
  /** For what is prepared in advance. */
  withNext?: boolean;
  /** Choices that are no school year, such as all of them. */
  more?: readonly { value: string; label: string }[];
}

/** The running school year and those before it. */
export function SchoolYearSelect({ withNext = false, more = [] }: SchoolYearSelectProps) {
  const { schoolYear } = useSession();
  const chosen = useSchoolYear();
  const latest = schoolYear + (withNext ? 1 : 0);
  const listed = Array.from({ length: latest - schoolYear + YEARS_BACK + 1 }, (_, back) => latest - back);
  const years = listed.includes(chosen) ? listed : [...listed, chosen].sort((a, b) => b - a);
  return (
    <AddressSelect
      label={texts.common.schoolYear}
      param={schoolYearParam}
      options={[...years.map((year) => ({ value: String(year), label: formatSchoolYear(year) })), ...more]}
      fallback={String(schoolYear)}
    />
  );
}
