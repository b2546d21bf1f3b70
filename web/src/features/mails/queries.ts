import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { paths } from '../../api/schema';
import type { Mail } from '../../api/types';

export const mailsKey = ['mails'] as const;

export type MailQuery = NonNullable<paths['/api/mails']['get']['parameters']['query']>;

export const mailSummaryQuery = queryOptions({
  queryKey: [...mailsKey, 'summary'],
  queryFn: () => unwrap(api.GET('/api/mails/summary')),
});

export const readMails = (query: MailQuery) => unwrap(api.GET('/api/mails', { params: { query } }));

/** Puts a mail back in line; the list shows what has become of it, also if somebody else was quicker. */
export function useResend() {
  const queries = useQueryClient();
  return async ({ id, version }: Mail) => {
    const header = { 'If-Match': `"${version}"` };
    await unwrap(api.POST('/api/mails/{id}/resend', { params: { path: { id }, header } })).finally(() =>
      queries.invalidateQueries({ queryKey: mailsKey }),
    );
  };
}
