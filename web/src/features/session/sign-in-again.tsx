import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { signInGate } from '../../api/sign-in-gate';
import { texts } from '../../texts/de';
import { useForgetSession, useSession } from './session';
import { SignInForm } from './sign-in-form';

const words = texts.session.again;

/** Opens when the session ended in the middle of work; the page behind stays as it is. */
export function SignInAgain() {
  const { account } = useSession();
  const open = useSyncExternalStore(signInGate.subscribe, signInGate.isOpen);
  const forget = useForgetSession();
  return (
    <Modal
      opened={open}
      onClose={() => void forget()}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={words.title}
    >
      <Stack>
        <Text>{words.text}</Text>
        <SignInForm email={account.email} />
        <Anchor component="button" type="button" onClick={() => void forget()} ta="left">
          {words.otherPerson(account.name)}
        </Anchor>
      </Stack>
    </Modal>
  );
}
