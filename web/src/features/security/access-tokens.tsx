import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { AccessToken, CreatedAccessToken } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatDate, formatInstant } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { AccessTokenForm } from './access-token-form';
import { CreatedToken } from './created-token';
import { tokensQuery } from './queries';

const words = texts.security.tokens;

/** Tokens by which the person's own programs fetch files and figures. */
export function AccessTokens() {
  const tokens = useQuery(tokensQuery);
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<CreatedAccessToken | null>(null);
  const close = () => {
    setAdding(false);
    setCreated(null);
  };
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        <Text c="dimmed">{words.intro}</Text>
        {created && <CreatedToken token={created} onDone={close} />}
        {adding && !created && <AccessTokenForm onCreated={setCreated} onCancel={close} />}
        <QueryView query={tokens}>
          {({ items }) => (items.length === 0 ? <Text>{words.empty}</Text> : <TokenList items={items} />)}
        </QueryView>
        {!adding && (
          <Group>
            <Button variant="default" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

function TokenList({ items }: { items: AccessToken[] }) {
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {items.map((token) => (
        <TokenCard key={token.id} token={token} />
      ))}
    </Stack>
  );
}

function TokenCard({ token }: { token: AccessToken }) {
  const { id, name, scopes, expiresOn, expired, lastUsedAt } = token;
  const queries = useQueryClient();
  const remove = async () => {
    await unwrap(api.DELETE('/api/access-tokens/{id}', { params: { path: { id } } }));
    announce(words.removed(name));
    await queries.invalidateQueries(tokensQuery);
  };
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            {expired && (
              <Badge color="gray" variant="light" tt="none">
                {words.expired}
              </Badge>
            )}
          </Group>
          <Text size="sm">{scopes.map((scope) => words.scope[scope]).join(', ')}</Text>
          <Text size="sm" c="dimmed">
            {words.validUntil(formatDate(expiresOn))}
          </Text>
          <Text size="sm" c="dimmed">
            {lastUsedAt ? words.lastUsed(formatInstant(lastUsedAt)) : words.neverUsed}
          </Text>
        </div>
        <ConfirmButton
          label={words.remove}
          ariaLabel={words.removeLabel(name)}
          question={words.removeQuestion(name)}
          text={words.removeText}
          confirmLabel={words.remove}
          onConfirm={remove}
        />
      </Group>
    </Paper>
  );
}
