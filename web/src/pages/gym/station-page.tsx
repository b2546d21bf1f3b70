import { useParams } from 'wouter';
import { useDaySheet } from '../../features/gym/queries';
import { Station } from '../../features/gym/station';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

/** Station mode: one task, all children. */
export function StationPage() {
  const { id, item } = useParams<{ id: string; item: string }>();
  return (
    <QueryView query={useDaySheet(id)}>
      {(sheet) => {
        const protocol = sheet.protocols.find(({ itemCode }) => itemCode === item);
        if (!protocol) return <Empty title={texts.gym.noTask.title}>{texts.gym.noTask.text}</Empty>;
        return <Station key={`${sheet.id}/${protocol.id}`} sheet={sheet} protocol={protocol} />;
      }}
    </QueryView>
  );
}
