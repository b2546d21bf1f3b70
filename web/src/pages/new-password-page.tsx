import { Button, Paper, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type { PasswordResetPreview } from '../api/types';
import { NewPassword, newPasswordRules } from '../features/session/new-password';
import { texts } from '../texts/de';
import { formatInstant } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { ServerForm } from '../ui/server-form';
import { Empty, ErrorState, Skeletons } from '../ui/states';

const words = texts.security.reset;

/** Opens a link for a new password. Its token stands behind the # of the address: servers and proxies never see it in a log. */
export function NewPasswordPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  const preview = useQuery({
    queryKey: ['password-reset', token],
    queryFn: () => unwrap(api.POST('/api/password-reset/preview', { body: { token } })),
    enabled: token !== '' && !done,
    refetchOnWindowFocus: false,
  });
  if (done) return <Done />;
  if (token === '') return <Unusable title={words.noTokenTitle} />;
  if (preview.data) return <ChooseForm token={token} reset={preview.data} onDone={() => setDone(true)} />;
  if (!preview.isError) return <Skeletons rows={3} />;
  const { status } = asProblem(preview.error);
  if (status < 500 && status !== 0) return <Unusable title={words.invalidTitle} />;
  return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
}

interface ChooseFormProps {
  token: string;
  reset: PasswordResetPreview;
  onDone: () => void;
}

function ChooseForm({ token, reset, onDone }: ChooseFormProps) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { password: '', passwordAgain: '' },
    validate: newPasswordRules(reset.minLength),
  });
  const send = async ({ password }: { password: string }) => {
    await unwrap(api.POST('/api/password-reset/complete', { body: { token, password } }));
    onDone();
  };
  return (
    <Paper p={{ base: 'lg', sm: 'xl' }} radius="lg" withBorder shadow="sm" maw={480} w="100%">
      <PageHeader title={words.title} intro={words.intro(reset.name)} />
      <ServerForm form={form} send={send} submitLabel={words.submit} fullWidth>
        <TextInput
          label={texts.session.signIn.email}
          value={reset.email}
          readOnly
          autoComplete="username"
          variant="filled"
          description={texts.session.invitation.validUntil(formatInstant(reset.expiresAt))}
        />
        <NewPassword
          password={form.getInputProps('password')}
          again={form.getInputProps('passwordAgain')}
          value={form.values.password}
          minLength={reset.minLength}
          labels={{ password: texts.security.password.fresh, again: texts.security.password.again }}
        />
      </ServerForm>
    </Paper>
  );
}

function Done() {
  return (
    <div>
      <PageHeader title={words.doneTitle} />
      <Empty
        title={words.doneTitle}
        icon={<IconCircleCheck size={30} stroke={1.6} />}
        action={
          <Button component={Link} href="/anmelden">
            {texts.security.forgotten.toSignIn}
          </Button>
        }
      >
        {words.doneText}
      </Empty>
    </div>
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
          <Button component={Link} href="/passwort-vergessen" variant="default">
            {words.again}
          </Button>
        }
      >
        {words.invalidText}
      </Empty>
    </div>
  );
}
