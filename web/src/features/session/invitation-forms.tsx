import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from 'wouter';
import { api, unwrap } from '../../api/client';
import type { InvitationPreview } from '../../api/types';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { MIN_PASSWORD_LENGTH, NewPassword, type NewPasswordValues } from './new-password';
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
  return async (name: string, password: string) => {
    const session = await unwrap(api.POST('/api/invitations/accept', { body: { token, name, password } }));
    navigate('/', { replace: true });
    start(session);
  };
}

/** For someone new: name and a password of their own. */
export function NewAccountForm({ token, invitation }: InvitationFormProps) {
  const accept = useAccept(token);
  const form = useForm<NewPasswordValues>({
    mode: 'controlled',
    initialValues: { name: invitation.name, password: '', passwordAgain: '' },
    validate: {
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      password: (password) => {
        const missing = MIN_PASSWORD_LENGTH - password.length;
        return missing > 0 ? words.tooShort(missing) : null;
      },
      passwordAgain: (again, { password }) => (again === password ? null : words.differs),
    },
  });
  return (
    <ServerForm
      form={form}
      send={({ name, password }) => accept(name.trim(), password)}
      submitLabel={words.submit}
      fullWidth
    >
      <EmailLine email={invitation.email} />
      <TextInput
        label={words.name}
        description={words.nameHint}
        autoComplete="name"
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <NewPassword form={form} />
    </ServerForm>
  );
}

/** For someone who has an account already: its password shows that it is the same person. */
export function ExistingAccountForm({ token, invitation }: InvitationFormProps) {
  const accept = useAccept(token);
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  return (
    <ServerForm
      form={form}
      send={({ password }) => accept(invitation.name, password)}
      submitLabel={words.submitExisting}
      fullWidth
    >
      <EmailLine email={invitation.email} />
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
    </ServerForm>
  );
}

/** Shown as a field, so that password managers store address and password together. */
function EmailLine({ email }: { email: string }) {
  return <TextInput label={words.email} value={email} readOnly autoComplete="username" variant="filled" />;
}
