import { Button, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type { InvitationPreview } from '../api/types';
import { ExistingAccountForm, NewAccountForm } from '../features/session/invitation-forms';
import { texts } from '../texts/de';
import { wordFor } from '../texts/de/words';
import { formatInstant } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Empty, ErrorState, Skeletons } from '../ui/states';

const words = texts.session.invitation;

/** Opens an invitation. Its token stands behind the # of the address: servers and proxies never see it in a log. */
export function InvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(api.POST('/api/invitations/preview', { body: { token } })),
    enabled: token !== '',
    refetchOnWindowFocus: false,
  });
  if (token === '') return <Unusable title={words.noTokenTitle} />;
  if (preview.data) return <Invitation token={token} invitation={preview.data} />;
  if (!preview.isError) return <Skeletons rows={3} />;
  if (asProblem(preview.error).status < 500 && asProblem(preview.error).status !== 0) {
    return <Unusable title={words.invalidTitle} />;
  }
  return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
}

function Invitation({ token, invitation }: { token: string; invitation: InvitationPreview }) {
  const role = wordFor(texts.words.role, invitation.role);
  const where = invitation.institutionName ?? invitation.municipalityName;
  const Form = invitation.accountExists ? ExistingAccountForm : NewAccountForm;
  return (
    <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm" maw={480} w="100%">
      <PageHeader
        title={invitation.name ? words.hello(invitation.name) : words.helloUnknown}
        intro={where ? words.asRole(role, where) : words.asRoleOnly(role)}
      />
      <Form token={token} invitation={invitation} />
      <Text size="sm" c="dimmed" mt="md">
        {words.validUntil(formatInstant(invitation.expiresAt))}
      </Text>
    </Paper>
  );
}

function Unusable({ title }: { title: string }) {
  return (
    <div>
      <PageHeader title={words.title} />
      <Empty
        title={title}
        icon={<IconMailOff size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/anmelden" variant="default">
            {words.toSignIn}
          </Button>
        }
      >
        {words.invalidText}
      </Empty>
    </div>
  );
}
