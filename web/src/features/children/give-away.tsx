import { Alert, Badge, Button, Group as Row, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInstantDate } from '../../ui/format';
import { QueryView } from '../../ui/query-view';
import { ServerForm } from '../../ui/server-form';
import { useSession } from '../session/session';
import { PickChildren } from './pick-children';
import {
  type Child,
  childrenQuery,
  createTransfers,
  hasConsent,
  type NewTransfer,
  revokeTransfer,
  type Transfer,
  transfersQuery,
  useChildrenChanged,
} from './queries';
import { TransferSlips } from './transfer-slips';

const words = texts.childTransfers.give;

interface GiveFormProps {
  institutionId: string;
  onMade: (made: NewTransfer[]) => void;
}

/** Whose parents get a slip; also children who have left already. */
export function GiveForm({ institutionId, onMade }: GiveFormProps) {
  const here = useQuery(childrenQuery(institutionId));
  const left = useQuery(childrenQuery(institutionId, true));
  const some = [...(here.data ?? []), ...(left.data ?? [])].filter(hasConsent);
  return (
    <Stack gap="md">
      <Text>{words.text}</Text>
      <QueryView query={here}>
        {() =>
          some.length === 0 ? (
            <Text>{words.none}</Text>
          ) : (
            <PickForm institutionId={institutionId} some={some} onMade={onMade} />
          )
        }
      </QueryView>
    </Stack>
  );
}

function PickForm({ institutionId, some, onMade }: GiveFormProps & { some: readonly Child[] }) {
  const changed = useChildrenChanged();
  const form = useForm({
    initialValues: { ids: [] as string[] },
    validate: { ids: (ids) => (ids.length === 0 ? texts.children.pick.nobody : null) },
  });
  const { ids } = form.values;
  const send = async () => {
    const { items } = await createTransfers({ institutionId, childIds: ids });
    await changed();
    onMade(items);
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit(ids.length)}>
      <PickChildren
        picked={ids}
        onPick={(picked) => form.setFieldValue('ids', picked)}
        error={form.errors['ids']}
      >
        {some}
      </PickChildren>
      <Text size="sm" c="dimmed">
        {words.replaces}
      </Text>
    </ServerForm>
  );
}

interface MadeProps {
  made: readonly NewTransfer[];
  houseName: string;
  onAgain: () => void;
}

/** The slips, this once. */
export function Made({ made, houseName, onAgain }: MadeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="lg">
      <Stack gap="md" className="no-print">
        <Title order={2} fz="xl" tabIndex={-1} ref={heading}>
          {words.madeTitle(made.length)}
        </Title>
        <Alert color="sonne" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {words.once}
        </Alert>
        <Row gap="sm">
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {words.again}
          </Button>
        </Row>
      </Stack>
      <TransferSlips made={made} houseName={houseName} />
    </Stack>
  );
}

/** Slips that were given out, and what became of them. */
export function GivenSlips({ institutionId }: { institutionId: string }) {
  const { today } = useSession();
  const query = useQuery(transfersQuery(institutionId));
  const columns: Column<Transfer>[] = [
    { key: 'child', header: words.child, primary: true, render: ({ childCode }) => childCode },
    { key: 'created', header: words.created, render: ({ createdAt }) => formatInstantDate(createdAt) },
    { key: 'valid', header: words.validUntil, render: ({ expiresOn }) => formatDate(expiresOn) },
    { key: 'state', header: words.state, render: (transfer) => <State transfer={transfer} today={today} /> },
    { key: 'actions', header: '', actions: true, render: (transfer) => <Revoke transfer={transfer} /> },
  ];
  return (
    <QueryView query={query}>
      {(transfers) =>
        transfers.length === 0 ? (
          <Text c="dimmed">{words.openEmpty}</Text>
        ) : (
          <DataTable caption={words.open} columns={columns} rows={transfers} rowKey={({ id }) => id} />
        )
      }
    </QueryView>
  );
}

function State({ transfer: { redeemedAt, expiresOn }, today }: { transfer: Transfer; today: string }) {
  const text =
    redeemedAt !== null
      ? words.redeemed(formatInstantDate(redeemedAt))
      : expiresOn < today
        ? words.expired
        : words.waiting;
  return (
    <Badge variant="light" color={redeemedAt === null ? 'gray' : 'wiese'} tt="none" fw={500}>
      {text}
    </Badge>
  );
}

function Revoke({ transfer }: { transfer: Transfer }) {
  const changed = useChildrenChanged();
  if (transfer.redeemedAt !== null) return null;
  const revoke = async () => {
    await revokeTransfer(transfer);
    await changed();
    announce(words.revoked(transfer.childCode));
  };
  return (
    <ConfirmButton
      size="sm"
      label={words.revoke}
      ariaLabel={words.revokeFor(transfer.childCode)}
      question={words.revokeQuestion}
      text={words.revokeText}
      confirmLabel={words.revoke}
      onConfirm={revoke}
    />
  );
}
