import { PasswordInput, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, unwrap } from '../../api/client';
import { Problem } from '../../api/problem';
import type { InvitationPreview } from '../../api/types';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { CodeField } from './code-field';
import { NewPassword, type NewAccountValues, newPasswordRules } from './new-password';
import { useStartSession } from './session';

const words = texts.session.invitation;

interface InvitationFormProps {
  token: string;
  invitation: InvitationPreview;
}

/** Accepting signs in at once; the link is used up and leaves the address. */
function useAccept(token: string) {
  const start = useStartSession();
  const [, navigate] = useLocation();
  return async (person: { name: string; password: string; email?: string; code?: string }) => {
    const session = await unwrap(api.POST('/api/invitations/accept', { body: { token, ...person } }));
    navigate('/', { replace: true });
    await start(session);
  };
}

/** For someone new: name and a password of their own. The very first invitation knows no address: then they say theirs. */
export function NewAccountForm({ token, invitation }: InvitationFormProps) {
  const accept = useAccept(token);
  const form = useForm<NewAccountValues>({
    mode: 'controlled',
    initialValues: {
      email: invitation.email ?? '',
      name: invitation.name ?? '',
      password: '',
      passwordAgain: '',
    },
    validate: {
      email: (email) => (email.trim() === '' ? words.emailMissing : null),
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      ...newPasswordRules(),
    },
  });
  const send = ({ email, name, password }: NewAccountValues) =>
    accept({ name: name.trim(), password, ...(invitation.email === null && { email: email.trim() }) });
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit} fullWidth>
      <EmailField form={form} fixed={invitation.email !== null} />
      <TextInput
        label={words.name}
        description={words.nameHint}
        autoComplete="name"
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <NewPassword
        password={form.getInputProps('password')}
        again={form.getInputProps('passwordAgain')}
        value={form.values.password}
      />
    </ServerForm>
  );
}

/** Also a field when it is fixed, so that password managers store address and password together. */
function EmailField({ form, fixed }: { form: UseFormReturnType<NewAccountValues>; fixed: boolean }) {
  return (
    <TextInput
      label={words.email}
      type="email"
      inputMode="email"
      autoComplete="username"
      required
      withAsterisk={false}
      readOnly={fixed}
      variant={fixed ? 'filled' : 'default'}
      {...form.getInputProps('email')}
    />
  );
}

/** For someone who has an account already: its password shows that it is the same person. */
export function ExistingAccountForm({ token, invitation }: InvitationFormProps) {
  const accept = useAccept(token);
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '', code: '' } });
  const send = async ({ password, code }: { password: string; code: string }) => {
    const proof = { password, ...(asksCode && { code: code.trim() }) };
    try {
      await accept({ name: invitation.name ?? '', ...proof });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'second_factor_code_required') throw error;
      setAsksCode(true);
    }
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submitExisting} fullWidth>
      <TextInput
        label={words.email}
        value={invitation.email ?? ''}
        readOnly
        autoComplete="username"
        variant="filled"
      />
      <PasswordInput
        label={words.password}
        description={words.existing}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': texts.session.signIn.showPassword, tabIndex: 0 }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      {asksCode && (
        <CodeField
          inputMode="text"
          description={texts.security.code.existing}
          autoFocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
      )}
    </ServerForm>
  );
}
