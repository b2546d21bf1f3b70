import { Box, Switch } from '@mantine/core';
import { CertificateTable } from '../features/certificates/certificate-table';
import { certificatesKey, readCertificates } from '../features/certificates/queries';
import { DownloadMenu } from '../features/overview/download-menu';
import { hasRole, useSession } from '../features/session/session';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { PagedView, usePages } from '../ui/paged';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.certificates;
const PARAM = 'nur';
const MINE = 'eigene';

/** One's own certificates, and those of the people one is responsible for. */
export function CertificatesPage() {
  const session = useSession();
  const address = useAddress();
  const isCoordinator = hasRole(session, 'coordinator');
  const seesOthers = isCoordinator || hasRole(session, 'institution_lead');
  const mine = !seesOthers || address.get(PARAM) === MINE;
  const pages = usePages([...certificatesKey, { mine }], (cursor) =>
    readCertificates({ cursor, ...(mine && { mine }) }),
  );
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={isCoordinator ? words.introCity : seesOthers ? words.introTeam : words.introOwn}
        action={<DownloadMenu of="certificates" filter={{ mine: mine || undefined }} />}
      />
      {seesOthers && (
        <Box mb="md">
          <Switch
            label={words.onlyMine}
            checked={mine}
            onChange={({ currentTarget }) => address.set({ [PARAM]: currentTarget.checked ? MINE : null })}
          />
        </Box>
      )}
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(certificates) => (
          <CertificateTable certificates={certificates} of={mine ? 'oneself' : 'everybody'} />
        )}
      </PagedView>
    </div>
  );
}
