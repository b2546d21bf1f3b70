import { Box } from '@mantine/core';
import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import type { Institution } from '../../api/types';
import { MergeForm } from '../../features/institutions/merge-form';
import { mergePreviewQuery } from '../../features/institutions/merge-requests';
import { InstitutionSelect } from '../../features/invitations/institution-select';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useAddress } from '../../ui/use-address';

const words = texts.merging;

/** Makes one institution of two entries. */
export function MergePage() {
  const { id } = useParams<{ id: string }>();
  const { get, set } = useAddress();
  const other = get('mit');
  return (
    <div style={{ maxWidth: 860 }}>
      <BackLink href={`/einrichtungen/${id}`}>{words.back}</BackLink>
      <PageHeader title={words.title} intro={words.intro} />
      {other === null ? (
        <Box maw={480}>
          <InstitutionSelect onChange={(chosen) => set({ mit: chosen || null })} />
        </Box>
      ) : (
        <Compare key={`${id} ${other}`} id={id} other={other} />
      )}
    </div>
  );
}

function Compare({ id, other }: { id: string; other: string }) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  const preview = useQuery({ ...mergePreviewQuery(id, other), refetchOnWindowFocus: false });
  const finish = async (merged: Institution) => {
    announce(words.done(merged.name));
    go(`/einrichtungen/${merged.id}`);
    // All but the comparison: there is nothing left to compare, and asking again would be refused.
    const compared = mergePreviewQuery(id, other).queryKey;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => hashKey(queryKey) !== hashKey(compared) });
  };
  return (
    <QueryView query={preview}>
      {(both) => (
        <MergeForm
          preview={both}
          onSwap={() => go(`/einrichtungen/${other}/zusammenfuehren?mit=${id}`, { replace: true })}
          onDone={(merged) => void finish(merged)}
        />
      )}
    </QueryView>
  );
}
