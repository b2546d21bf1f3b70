import { useParams } from 'wouter';
import { CaptureView } from '../../features/gym/capture-view';
import { useDaySheet } from '../../features/gym/queries';
import { QueryView } from '../../ui/query-view';

/** Sheets of paper typed in. */
export function CapturePage() {
  const { id } = useParams<{ id: string }>();
  return (
    <QueryView query={useDaySheet(id)}>{(sheet) => <CaptureView key={sheet.id} sheet={sheet} />}</QueryView>
  );
}
