import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { OwnAccount } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { sessionQuery } from '../session/session';
import { CancelButton } from './cancel-button';
import { ownAccountQuery } from './queries';

const words = texts.security.name;

/** The own name, as it stands at one's entries. */
export function ChangeName() {
  const [open, { open: show, close }] = useDisclosure(false);
  const account = useQuery({ ...ownAccountQuery, enabled: open });
  if (!open) {
    return (
      <Button variant="default" onClick={show}>
        {words.edit}
      </Button>
    );
  }
  return <QueryView query={account}>{(own) => <NameForm account={own} onDone={close} />}</QueryView>;
}

function NameForm({ account, onDone }: { account: OwnAccount; onDone: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: account.name },
    validate: { name: (name) => (name.trim() === '' ? words.missing : null) },
  });
  const send = async ({ name }: { name: string }) => {
    const body = { name: name.trim() };
    try {
      await unwrap(api.PATCH('/api/account', { params: { header: ifMatch(account) }, body }));
    } finally {
      // Also after a refusal: another tab may have changed it, and the next try starts from there.
      await queries.invalidateQueries(ownAccountQuery);
    }
    await queries.invalidateQueries(sessionQuery);
    announce(words.saved);
    onDone();
  };
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={texts.common.save}
      actions={<CancelButton onClick={onDone} />}
    >
      <TextInput
        label={words.label}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
    </ServerForm>
  );
}
