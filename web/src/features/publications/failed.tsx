import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../ui/query-view';
import { publicationQuery } from './queries';

/** Why a preparation came to nothing. */
export function Failed({ id }: { id: string }) {
  const query = useQuery(publicationQuery(id));
  return <QueryView query={query}>{({ failureText }) => <Text role="alert">{failureText}</Text>}</QueryView>;
}
