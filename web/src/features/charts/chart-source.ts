import { createContext, useContext } from 'react';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { useSession } from '../session/session';

/** What the charts of a page are about and as of when, in words: a picture that leaves the page takes it along. */
export const ChartSource = createContext<string | null>(null);

/** The line under a picture: "Olympia ruft · Herne, 2026/27, Stand 23.11.2026". */
export function useSourceLine(): string {
  const { today } = useSession();
  const said = useContext(ChartSource);
  return texts.charts.source(said ?? texts.charts.asOf(formatDate(today)));
}
