import { Anchor } from '@mantine/core';
import classes from './contact-links.module.css';

/** A telephone number that can be called by a tap. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <Anchor inherit href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={classes.phone}>
      {phone}
    </Anchor>
  );
}

/** An address to write to; where the place is short, it breaks after the @. */
export function MailLink({ email }: { email: string }) {
  const at = email.lastIndexOf('@') + 1;
  return (
    <Anchor inherit href={`mailto:${email}`} className={classes.mail}>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </Anchor>
  );
}
