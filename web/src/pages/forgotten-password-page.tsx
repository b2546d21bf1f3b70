import { Alert, Anchor, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, unwrap } from '../api/client';
import { resetWaysQuery } from '../features/security/queries';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { QueryView } from '../ui/query-view';
import { ServerForm } from '../ui/server-form';

const words = texts.security.forgotten;

/** What to do, and whom to ask. */
export function ForgottenPasswordPage() {
  const ways = useQuery(resetWaysQuery);
  return (
    <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm" maw={520} w="100%">
      <PageHeader title={words.title} />
      <QueryView query={ways}>
        {({ byMail }) => (
          <Stack gap="xl">
            {byMail && <ByMail />}
            <WhomToAsk intro={byMail ? words.askInstead : words.askIntro} />
            <Anchor component={Link} href="/anmelden">
              {words.toSignIn}
            </Anchor>
          </Stack>
        )}
      </QueryView>
    </Paper>
  );
}

/** The answer is the same whether or not there is such an account, and so are the words. */
function ByMail() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } });
  const send = async ({ email }: { email: string }) => {
    await unwrap(api.POST('/api/password-reset', { body: { email: email.trim() } }));
    setSentTo(email.trim());
  };
  if (sentTo !== null) {
    return (
      <Alert
        role="status"
        color="wiese"
        variant="light"
        icon={<IconMailCheck aria-hidden />}
        title={words.sentTitle}
      >
        <Text style={{ overflowWrap: 'anywhere' }}>{words.sentText(sentTo)}</Text>
      </Alert>
    );
  }
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit} fullWidth>
      <Text>{words.byMail}</Text>
      <TextInput
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="username"
        required
        withAsterisk={false}
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
    </ServerForm>
  );
}

function WhomToAsk({ intro }: { intro: string }) {
  return (
    <Stack gap="xs">
      <Title order={2} fz="md">
        {words.askTitle}
      </Title>
      <Text>{intro}</Text>
      <List>
        {words.ask.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
