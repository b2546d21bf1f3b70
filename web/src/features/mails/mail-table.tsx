import { Group, Text } from '@mantine/core';
import type { Mail } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { DialogButton } from '../../ui/dialog-button';
import { EmailText } from '../../ui/email-text';
import { formatInstant } from '../../ui/format';
import { MailState } from './mail-state';
import { useResend } from './queries';

const words = texts.mails;

const nameOf = ({ recipientName, recipientAddress }: Mail): string => recipientName ?? recipientAddress;

function columnsOf(canSend: boolean): Column<Mail>[] {
  return [
    { key: 'subject', header: words.subject, primary: true, render: ({ subject }) => subject },
    { key: 'recipient', header: words.recipient, render: (mail) => <Recipient mail={mail} /> },
    { key: 'state', header: words.state, render: (mail) => <MailState mail={mail} /> },
    {
      key: 'when',
      header: words.when,
      render: ({ createdAt }) => <span style={{ whiteSpace: 'nowrap' }}>{formatInstant(createdAt)}</span>,
    },
    {
      key: 'actions',
      header: words.actions,
      actions: true,
      render: (mail) => <Actions mail={mail} canSend={canSend} />,
    },
  ];
}

/** @param canSend whether there is a mail server */
export function MailTable({ mails, canSend }: { mails: readonly Mail[]; canSend: boolean }) {
  return (
    <DataTable caption={words.caption} columns={columnsOf(canSend)} rows={mails} rowKey={({ id }) => id} />
  );
}

function Recipient({ mail: { recipientName, recipientAddress } }: { mail: Mail }) {
  return (
    <>
      {recipientName}
      <Text size="sm" c="dimmed">
        <EmailText>{recipientAddress}</EmailText>
      </Text>
    </>
  );
}

function Actions({ mail, canSend }: { mail: Mail; canSend: boolean }) {
  const { subject, text, state } = mail;
  const unsent = state === 'failed' || state === 'not_configured';
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {canSend && unsent && <ResendButton mail={mail} />}
      <DialogButton label={words.show} ariaLabel={words.showLabel(subject, nameOf(mail))} title={subject}>
        {() => <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Text>}
      </DialogButton>
    </Group>
  );
}

function ResendButton({ mail }: { mail: Mail }) {
  const resend = useResend();
  return (
    <ConfirmButton
      size="sm"
      label={mail.state === 'failed' ? words.resend : words.sendNow}
      ariaLabel={words.resendLabel(nameOf(mail))}
      question={words.resendQuestion}
      text={words.resendText(mail.recipientAddress)}
      confirmLabel={words.sendNow}
      onConfirm={() => resend(mail).then(() => announce(words.resent))}
    />
  );
}
