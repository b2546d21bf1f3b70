import { Anchor } from '@mantine/core';

/** A telephone number that can be called by a tap. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <Anchor href={`tel:${phone.replace(/[^+\d]/g, '')}`} style={{ whiteSpace: 'nowrap' }}>
      {phone}
    </Anchor>
  );
}

export function MailLink({ email }: { email: string }) {
  return <Anchor href={`mailto:${email}`}>{email}</Anchor>;
}
