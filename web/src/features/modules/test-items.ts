import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** A task of the motor-skills tests. */
export interface TestItem {
  code: string;
  title: string;
}

/** The tasks of all batteries, each once, without mere stations, where nobody can have need. They change with a version of the product, if at all. */
export const testItemsQuery = queryOptions({
  queryKey: ['test-items'],
  queryFn: async (): Promise<TestItem[]> => {
    const { items: batteries } = await unwrap(api.GET('/api/test-batteries'));
    const protocols = batteries.flatMap(({ items }) => items.map(({ protocol }) => protocol));
    const measured = protocols.filter(({ unit }) => unit !== 'yes_no');
    const titles = new Map(measured.map(({ itemCode, itemTitle }) => [itemCode, itemTitle]));
    return [...titles].map(([code, title]) => ({ code, title }));
  },
  staleTime: Infinity,
});

/** Their titles; a code that this list does not know stands for itself. */
export function titlesOf(codes: readonly string[], items: readonly TestItem[]): string[] {
  return codes.map((code) => items.find((item) => item.code === code)?.title ?? code);
}
