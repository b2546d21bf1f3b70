import { useParams } from 'wouter';
import { ChildMode } from '../../features/gym/child-mode';
import { useDaySheet } from '../../features/gym/queries';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

/** Child mode: one child, all tasks. */
export function ChildModePage() {
  const { id, childId } = useParams<{ id: string; childId: string }>();
  return (
    <QueryView query={useDaySheet(id)}>
      {(sheet) => {
        const child = sheet.children.find((one) => one.childId === childId);
        if (!child) return <Empty title={texts.gym.noChild.title}>{texts.gym.noChild.text}</Empty>;
        return <ChildMode key={`${sheet.id}/${childId}`} sheet={sheet} child={child} />;
      }}
    </QueryView>
  );
}
