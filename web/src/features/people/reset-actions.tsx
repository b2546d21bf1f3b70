import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { IconMailCheck, IconMailOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Person } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant } from '../../ui/format';
import { LinkToPassOn } from '../../ui/link-to-pass-on';
import { usePersonChanged } from './queries';

const words = texts.people;

/** A link by which somebody who has forgotten the password sets a new one. */
export function PasswordLinkButton({ person: { id, name, email } }: { person: Person }) {
  const reset = useMutation({
    mutationFn: () => unwrap(api.POST('/api/accounts/{id}/password-reset', { params: { path: { id } } })),
    onError: announceProblem,
  });
  const made = reset.data;
  return (
    <>
      <Button variant="subtle" loading={reset.isPending} onClick={() => reset.mutate()}>
        {words.passwordLink}
      </Button>
      <Modal
        opened={made !== undefined}
        onClose={reset.reset}
        title={words.passwordLinkTitle(name)}
        size="lg"
      >
        {made && (
          <Stack gap="md">
            {made.delivery === 'sent' && (
              <Alert color="green" variant="light" icon={<IconMailCheck aria-hidden />}>
                {words.passwordMailed(email)}
              </Alert>
            )}
            {made.delivery === 'failed' && (
              <Alert color="sonne" variant="light" icon={<IconMailOff aria-hidden />}>
                {texts.invitations.failedText}
              </Alert>
            )}
            <Text>{words.passwordLinkText}</Text>
            <LinkToPassOn link={made.link} label={words.passwordLink} />
            <Text size="sm" c="dimmed">
              {texts.invitations.validUntil(formatInstant(made.expiresAt))}
            </Text>
          </Stack>
        )}
      </Modal>
    </>
  );
}

/** For somebody who has lost the second factor and stands here in person. */
export function SecondFactorButton({ person: { id, name } }: { person: Person }) {
  const changed = usePersonChanged();
  const reset = async () => {
    await unwrap(api.DELETE('/api/accounts/{id}/second-factor', { params: { path: { id } } }));
    announce(words.factorReset(name));
    await changed(id);
  };
  return (
    <ConfirmButton
      label={words.resetFactor}
      question={words.resetFactorQuestion(name)}
      text={words.resetFactorText}
      confirmLabel={words.resetFactorConfirm}
      onConfirm={reset}
    />
  );
}
