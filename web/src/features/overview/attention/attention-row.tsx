import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { texts } from '../../../texts/de';
import { PhoneLink } from '../../institutions/contact-links';
import classes from './attention.module.css';

const words = texts.attention;

interface AttentionRowProps {
  title: string;
  href: string;
  /** Whose it is, and since when. */
  children: ReactNode;
  /** Whom to ask, and how. */
  contact?: ReactNode;
  /** What to do about it, right here. */
  actions?: ReactNode;
}

/** A matter with its action beside it; below it on a phone. */
export function AttentionRow({ title, href, children, contact, actions }: AttentionRowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Anchor component={Link} href={href} fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Anchor>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Text>
      </div>
      <div className={classes.contact}>{contact}</div>
      <Group gap="xs" className={`${classes.actions} no-print`}>
        {actions}
      </Group>
    </li>
  );
}

interface Reachable {
  /** Its name. */
  house: string;
  contactName: string | null;
  phone: string | null;
  email: string | null;
}

/** Who to call or write to: the number in full, for those who dial it by hand. */
export function Contact({ contactName, phone, email, house }: Reachable) {
  return (
    <Text size="sm" component="div">
      {contactName !== null && <div>{contactName}</div>}
      {phone !== null && <PhoneLink phone={phone} />}
      {phone !== null && email !== null && ' · '}
      {email !== null && (
        <Anchor inherit href={`mailto:${email}`} aria-label={words.mailLabel(house, email)} title={email}>
          <span className="no-print">{words.mail}</span>
          <span className="only-print">{email}</span>
        </Anchor>
      )}
    </Text>
  );
}
