import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { CreatedAccessToken, NewAccessToken } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from './cancel-button';
import { OwnPasswordField } from './own-password-field';
import { tokensQuery } from './queries';

const words = texts.security.tokens;
type TokenValues = Required<Omit<NewAccessToken, 'id'>>;

interface AccessTokenFormProps {
  onCreated: (token: CreatedAccessToken) => void;
  onCancel: () => void;
}

/** What the token is for, what it may fetch, and until when. */
export function AccessTokenForm({ onCreated, onCancel }: AccessTokenFormProps) {
  const queries = useQueryClient();
  // One id for all tries: an answer that got lost does not leave a token behind that nobody knows.
  const [id] = useState(newId);
  const form = useForm<TokenValues>({
    mode: 'uncontrolled',
    initialValues: { name: '', scopes: ['exports'], expiresOn: '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      scopes: (scopes) => (scopes.length === 0 ? words.scopesMissing : null),
      expiresOn: (day) => (day === '' ? words.expiresMissing : null),
    },
  });
  const send = async (values: TokenValues) => {
    onCreated(await unwrap(api.POST('/api/access-tokens', { body: { id, ...values } })));
    await queries.invalidateQueries(tokensQuery);
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={words.submit}
      actions={<CancelButton onClick={onCancel} />}
    >
      <TextInput
        label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={words.scopes} key={form.key('scopes')} {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          <Checkbox value="exports" label={words.scope.exports} />
          <Checkbox value="reports" label={words.scope.reports} />
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={words.expiresOn}
        description={words.expiresHint}
        key={form.key('expiresOn')}
        {...form.getInputProps('expiresOn')}
      />
      <OwnPasswordField key={form.key('password')} {...form.getInputProps('password')} />
    </ServerForm>
  );
}
