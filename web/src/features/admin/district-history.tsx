import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { readDistrictHistory } from './requests';

const words = texts.districtYears;

/** What the district was called, and which houses came and left. */
export function DistrictHistory({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['districts', 'history', id],
    queryFn: () => readDistrictHistory(id),
  });
  if (!data) return null;
  return (
    <Panel title={words.history}>
      <List size="sm">
        {data.names.map(({ name, from }) => (
          <List.Item key={from ?? ''}>
            {from === null ? words.nameEver(name) : words.nameSince(name, formatDate(from))}
          </List.Item>
        ))}
        {data.moves.map(({ institutionId, institutionName, from, fromDistrictName, toDistrictName }) => (
          <List.Item key={`${institutionId} ${from}`}>
            {words.move(formatDate(from), institutionName, fromDistrictName, toDistrictName)}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
