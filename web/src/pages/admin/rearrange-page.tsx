import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import { api, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { District } from '../../api/types';
import { DistrictHistory } from '../../features/admin/district-history';
import { RearrangeForm } from '../../features/admin/rearrange-form';
import { institutionsKey, readInstitutions } from '../../features/institutions/queries';
import { districtsQuery } from '../../features/institutions/reference';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.districtYears;

/** Splits a district, joins it with others, or hands over some of its houses. */
export function RearrangePage() {
  const { id } = useParams<{ id: string }>();
  const district = useQuery({
    queryKey: ['districts', 'one', id],
    queryFn: () => unwrap(api.GET('/api/districts/{id}', { params: { path: { id } } })),
  });
  return (
    <div style={{ maxWidth: 860 }}>
      <BackLink href="/verwaltung/stadtbezirke">{words.back}</BackLink>
      <PageHeader title={words.title(district.data?.name ?? '…')} intro={words.intro} />
      <QueryView query={district}>{(read) => <Rearrange district={read} />}</QueryView>
    </div>
  );
}

function Rearrange({ district }: { district: District }) {
  const [, go] = useLocation();
  const { id, municipalityId } = district;
  const districts = useQuery(districtsQuery(municipalityId));
  const houses = useQuery({
    queryKey: [...institutionsKey, 'district', id],
    queryFn: () => readAll((cursor) => readInstitutions({ districtId: id, cursor, limit: MAX_LIMIT })),
  });
  return (
    <Stack gap="md">
      <QueryView query={districts}>
        {(all) => (
          <QueryView query={houses}>
            {(residents) => (
              <RearrangeForm
                key={id}
                district={district}
                others={all.filter((other) => other.id !== id && other.archivedAt === null)}
                houses={residents}
                onDone={() => go(`/verwaltung/stadtbezirke?kommune=${municipalityId}`)}
              />
            )}
          </QueryView>
        )}
      </QueryView>
      <DistrictHistory id={id} />
    </Stack>
  );
}
