import { useParams } from 'wouter';
import { PaperView } from '../../features/gym/paper-view';
import { useDaySheet } from '../../features/gym/queries';
import { QueryView } from '../../ui/query-view';

/** Sheets of paper for the hall. */
export function PaperPage() {
  const { id } = useParams<{ id: string }>();
  return (
    <QueryView query={useDaySheet(id)}>{(sheet) => <PaperView key={sheet.id} sheet={sheet} />}</QueryView>
  );
}
