import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { SignInForm } from '../features/session/sign-in-form';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { Sign } from '../ui/sign';

const words = texts.session.signIn;

/** The door. Also shown in place of any page that needs a session, so that links survive signing in. */
export function SignInPage() {
  return (
    <Stack maw={420} w="100%" gap="lg">
      <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm">
        <Sign size={56} />
        <Text c="dimmed" mt="md">
          {words.welcome}
        </Text>
        <PageHeader title={words.title} />
        <SignInForm />
        <Anchor component={Link} href="/passwort-vergessen" display="inline-block" mt="md">
          {texts.security.forgotten.link}
        </Anchor>
      </Paper>
      <Stack gap={4} px="xs">
        <Title order={2} fz="md">
          {words.forgottenTitle}
        </Title>
        <Text size="sm" c="dimmed">
          {words.forgottenText}
        </Text>
      </Stack>
    </Stack>
  );
}
