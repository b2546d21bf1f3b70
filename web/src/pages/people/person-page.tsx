import { Anchor, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'wouter';
import { AccountPanel } from '../../features/people/account-panel';
import { personQuery } from '../../features/people/queries';
import { RolesPanel } from '../../features/people/roles-panel';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.people;

/** One person: the account, and the roles one may give and take. */
export function PersonPage() {
  const { id } = useParams<{ id: string }>();
  const [, navigate] = useLocation();
  const session = useSession();
  const person = useQuery(personQuery(id));
  const isAdministrator = hasRole(session, 'administrator');
  return (
    <div>
      <BackLink href="/konten">{words.backToList}</BackLink>
      <PageHeader
        title={person.data?.name ?? words.title}
        intro={session.account.id === id ? words.you : undefined}
        action={
          isAdministrator && (
            <Anchor component={Link} href={`/protokoll?gegenstand=${id}`}>
              {texts.trail.history}
            </Anchor>
          )
        }
      />
      <QueryView query={person}>
        {(stored) => (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <AccountPanel person={stored} onGone={() => navigate('/konten')} />
            <RolesPanel person={stored} onGone={() => !isAdministrator && navigate('/konten')} />
          </SimpleGrid>
        )}
      </QueryView>
    </div>
  );
}
