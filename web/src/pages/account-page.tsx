import { Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { CalendarFeedPanel } from '../features/calendar-feed/calendar-feed-panel';
import { InstallPanel } from '../features/device/install-panel';
import { MyDataPanel } from '../features/governance/my-data-panel';
import { AccessTokens } from '../features/security/access-tokens';
import { ChangeName } from '../features/security/change-name';
import { ChangePassword } from '../features/security/change-password';
import { SecondFactorPanel } from '../features/security/second-factor-panel';
import { OwnSessions } from '../features/session/own-sessions';
import { hasRole, useSession } from '../features/session/session';
import { useLeave } from '../features/session/use-leave';
import { OwnProofPanel } from '../features/tablets/own-proof-panel';
import { texts } from '../texts/de';
import { wordFor } from '../texts/de/words';
import { NetworkMark } from '../ui/needs-network';
import { PageHeader } from '../ui/page-header';

const words = texts.session.account;

/** Who has files or figures to fetch; the server decides again. */
const TOKEN_ROLES = ['institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator'] as const;

/** Who has dates of their own. */
const CALENDAR_ROLES = ['educator', 'institution_lead', 'coach', 'coordinator'] as const;

/** Who works in a house, and so at its tablet. */
const TABLET_ROLES = ['educator', 'institution_lead'] as const;

/** Own data, what one signs in with, and where. */
export function AccountPage() {
  const session = useSession();
  const { account, roles } = session;
  const { leave, pending, canLeave } = useLeave();
  return (
    <Stack maw={720} gap="xl">
      <PageHeader
        title={words.title}
        action={
          <Button
            variant="default"
            leftSection={<IconLogout size={20} aria-hidden />}
            rightSection={<NetworkMark />}
            loading={pending}
            disabled={!canLeave}
            onClick={leave}
          >
            {words.signOut}
          </Button>
        }
      />
      <Stack component="section" gap="sm">
        <Title order={2} fz="lg">
          {words.person}
        </Title>
        <Paper withBorder radius="lg" p="lg">
          <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} m={0}>
            <Fact term={words.name} values={[account.name]} />
            <Fact term={words.email} values={[account.email]} />
            <Fact
              term={words.roles}
              values={roles.map(({ role, institutionName, municipalityName }) =>
                [wordFor(texts.words.role, role), institutionName ?? municipalityName]
                  .filter(Boolean)
                  .join(', '),
              )}
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed" my="md">
            {words.changeHint}
          </Text>
          <ChangeName />
        </Paper>
      </Stack>
      <ChangePassword />
      <SecondFactorPanel />
      {hasRole(session, ...TABLET_ROLES) && <OwnProofPanel />}
      {hasRole(session, ...CALENDAR_ROLES) && <CalendarFeedPanel />}
      <InstallPanel />
      <OwnSessions />
      {hasRole(session, ...TOKEN_ROLES) && <AccessTokens />}
      <MyDataPanel />
    </Stack>
  );
}

function Fact({ term, values }: { term: string; values: string[] }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {term}
      </Text>
      {values.map((value) => (
        <Text component="dd" key={value} m={0} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      ))}
    </div>
  );
}
