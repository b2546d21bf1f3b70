import { Anchor, Code, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { api, unwrap } from '../../api/client';
import type { SecondFactorSecret } from '../../api/types';
import { texts } from '../../texts/de';
import { QrCode } from '../../ui/qr-code';
import { ServerForm } from '../../ui/server-form';
import { CodeField } from '../session/code-field';
import { CancelButton } from './cancel-button';

const words = texts.security.factor;

interface ConfirmSecretProps {
  secret: SecondFactorSecret;
  onConfirmed: (recoveryCodes: string[]) => void;
  onCancel: (() => void) | undefined;
  headings: 2 | 3;
}

/** The secret for the app, and a first code as proof that the app has it. */
export function ConfirmSecret({ secret, onConfirmed, onCancel, headings }: ConfirmSecretProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (code) => (code.trim() === '' ? texts.security.code.missing : null) },
  });
  const send = async ({ code }: { code: string }) => {
    const body = { code: code.trim() };
    onConfirmed((await unwrap(api.POST('/api/second-factor/confirm', { body }))).recoveryCodes);
  };
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Title order={headings} fz="md" tabIndex={-1} ref={heading}>
          {words.scanTitle}
        </Title>
        <Text>{words.scan}</Text>
        <QrCode value={secret.uri} label={words.qrLabel} />
        <Text size="sm">{words.typeInstead}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {inBlocks(secret.secret)}
        </Code>
        <Anchor href={secret.uri} size="sm">
          {words.sameDevice}
        </Anchor>
      </Stack>
      <Stack gap="sm">
        <Title order={headings} fz="md">
          {words.confirmTitle}
        </Title>
        <Text>{words.confirm}</Text>
        <ServerForm
          form={form}
          send={send}
          submitLabel={words.submit}
          actions={onCancel && <CancelButton onClick={onCancel} />}
        >
          <CodeField key={form.key('code')} {...form.getInputProps('code')} />
        </ServerForm>
      </Stack>
    </Stack>
  );
}

/** Four letters at a time are typed more safely than thirty-two. */
function inBlocks(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
