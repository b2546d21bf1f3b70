import { type Asker, seesHouse } from '../../support/askers.js';
import type { HouseKey } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { textOf } from './file-text.js';
import type { Operation, Reaches } from './operation.js';
import { CITY_FILTERS, coordinatesIt, filter, houses, PARTICIPATING } from './targets.js';

const readers = ['educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead'] as const;

const ownHouses = ({ teaches, leads, coaches }: Asker): HouseKey[] => [...teaches, ...leads, ...coaches];
const isCitywide = ({ coordinates, programmeLead }: Asker): boolean =>
  programmeLead || coordinates.length > 0;

/** A city's people count their city, everybody else the only house of their own; who has none gets nothing. */
const counted = (asker: Asker): string[] => {
  const reach = isCitywide(asker) ? PARTICIPATING.filter((key) => seesHouse(asker, key)) : ownHouses(asker);
  return reach.length > 0 ? [String(reach.length)] : [];
};

const mayCount: Reaches = (asker, target) =>
  coordinatesIt(asker, target) || (target.house !== undefined && ownHouses(asker).includes(target.house));

function institutionsOf({ json }: Answer): string[] {
  const { values } = json['total'] as { values: { code: string; numerator: number }[] };
  return values.filter(({ code }) => code === 'institutions').map(({ numerator }) => String(numerator));
}

/** In the file for people, a line for each number. */
function institutionsIn(answer: Answer): string[] {
  const line = /^.*;Einrichtungen;Anzahl;Einrichtungen;(\d+);/m.exec(textOf(answer));
  return line?.[1] === undefined ? [] : [line[1]];
}

/** Key figures; the first report counts the institutions that take part. */
export const REPORT_OPERATIONS: Record<string, Operation> = {
  Report_get: {
    roles: readers,
    status: 200,
    shows: { expected: counted, found: institutionsOf },
    references: [...CITY_FILTERS, filter('institutionId', houses, mayCount)],
  },
  ReportExport_get: {
    roles: readers,
    status: 200,
    writes: { action: 'report.export', objectType: 'export', fields: [] },
    shows: { expected: counted, found: institutionsIn },
    references: [...CITY_FILTERS, filter('institutionId', houses, mayCount)],
  },
};
