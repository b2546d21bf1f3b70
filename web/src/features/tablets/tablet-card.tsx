import { Badge, Group, Paper, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Tablet } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { formatInstant } from '../../ui/format';
import { tabletsQuery } from './queries';
import { type PeopleShown, TabletForm, type TabletValues } from './tablet-form';

const words = texts.tablets;

interface TabletCardProps {
  tablet: Tablet;
  onNewCode: (tablet: Tablet) => Promise<void>;
}

/** One of the house's tablets, and what its lead can do about it. */
export function TabletCard({ tablet, onNewCode }: TabletCardProps) {
  const { name, peopleShown, revokedAt } = tablet;
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            <State tablet={tablet} />
          </Group>
          <Text size="sm">{lastUse(tablet)}</Text>
          {revokedAt === null && (
            <Text size="sm" c="dimmed">
              {words.shown[peopleShown as PeopleShown]}
            </Text>
          )}
        </div>
        {revokedAt === null && <Steps tablet={tablet} onNewCode={onNewCode} />}
      </Group>
    </Paper>
  );
}

function State({ tablet: { revokedAt, enrolledAt } }: { tablet: Tablet }) {
  const state = revokedAt !== null ? 'revoked' : enrolledAt === null ? 'waiting' : 'ready';
  const color = { revoked: 'gray', waiting: 'sonne', ready: 'wiese' }[state];
  return (
    <Badge variant="light" color={color} tt="none">
      {words.state[state]}
    </Badge>
  );
}

function lastUse({ revokedAt, lastUsedAt, enrolledAt }: Tablet): string {
  if (revokedAt !== null) return words.revokedAt(formatInstant(revokedAt));
  if (lastUsedAt !== null) return words.lastUsedAt(formatInstant(lastUsedAt));
  return enrolledAt === null ? words.neverUsed : words.enrolledAt(formatInstant(enrolledAt));
}

function Steps({ tablet, onNewCode }: TabletCardProps) {
  const { id, name, enrolledAt } = tablet;
  const { update, revoke } = useSteps(tablet);
  return (
    <Group gap="xs">
      <ConfirmButton
        variant="default"
        size="sm"
        label={words.newCode}
        ariaLabel={words.newCodeLabel(name)}
        question={words.newCodeQuestion(name)}
        text={enrolledAt === null ? words.newCodeFirst : words.newCodeText}
        confirmLabel={words.newCodeConfirm}
        onConfirm={() => onNewCode(tablet)}
      />
      <DialogButton label={words.edit} ariaLabel={words.editLabel(name)} title={words.editTitle}>
        {(close) => (
          <TabletForm
            key={id}
            tablet={tablet}
            submitLabel={words.save}
            send={(values) => update(values).then(close)}
            onCancel={close}
          />
        )}
      </DialogButton>
      <ConfirmButton
        size="sm"
        label={words.revoke}
        ariaLabel={words.revokeLabel(name)}
        question={words.revokeQuestion(name)}
        text={words.revokeText}
        confirmLabel={words.revokeConfirm}
        onConfirm={revoke}
      />
    </Group>
  );
}

function useSteps(tablet: Tablet) {
  const { id, institutionId, name } = tablet;
  const queries = useQueryClient();
  const changed = (sentence: string) => {
    announce(sentence);
    return queries.invalidateQueries(tabletsQuery(institutionId));
  };
  const update = async (body: TabletValues) => {
    await unwrap(api.PATCH('/api/tablets/{id}', { params: { path: { id }, header: ifMatch(tablet) }, body }));
    await changed(words.saved);
  };
  const revoke = async () => {
    await unwrap(api.DELETE('/api/tablets/{id}', { params: { path: { id } } }));
    await changed(words.revoked(name));
  };
  return { update, revoke };
}
