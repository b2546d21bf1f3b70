import { Alert, Button, Code, CopyButton, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CreatedAccessToken } from '../../api/types';
import { texts } from '../../texts/de';
import { hasRole, useSession } from '../session/session';

const words = texts.security.tokens;

interface CreatedTokenProps {
  token: CreatedAccessToken;
  onDone: () => void;
}

/** The token, this once, and a line that shows how it is used. */
export function CreatedToken({ token: { token, scopes }, onDone }: CreatedTokenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="md">
        <Title order={3} fz="md" tabIndex={-1} ref={heading}>
          {words.createdTitle}
        </Title>
        {token === null ? (
          <Alert color="sonne" variant="light">
            {words.shownBefore}
          </Alert>
        ) : (
          <TokenToCopy token={token} scopes={scopes} />
        )}
        <Group>
          <Button variant="default" onClick={onDone}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface TokenToCopyProps {
  token: string;
  scopes: CreatedAccessToken['scopes'];
}

function TokenToCopy({ token, scopes }: TokenToCopyProps) {
  const example = useExample(token, scopes);
  return (
    <>
      <Text>{words.createdText}</Text>
      <TextInput
        label={words.token}
        value={token}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <CopyButton value={token} timeout={4000}>
        {({ copied, copy }) => (
          <Group>
            <Button leftSection={<IconCopy size={20} aria-hidden />} onClick={copy}>
              <span aria-live="polite">{copied ? words.copied : words.copy}</span>
            </Button>
          </Group>
        )}
      </CopyButton>
      <Text>{words.example}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {example}
      </Code>
    </>
  );
}

/** A file that the person may have: administrators get no activities, leads and coaches no list of institutions. */
function useExample(token: string, scopes: CreatedAccessToken['scopes']): string {
  const session = useSession();
  const file = hasRole(session, 'coordinator', 'programme_lead', 'administrator')
    ? 'institutions'
    : 'activities';
  const { origin } = window.location;
  const call = scopes.includes('exports')
    ? `--output daten.csv "${origin}/api/exports/${file}.csv?form=machine"`
    : `"${origin}/api/overview"`;
  return `curl --fail --header "Authorization: Bearer ${token}" ${call}`;
}
