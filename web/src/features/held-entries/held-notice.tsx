import { Alert, Anchor, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { hasRole, useSession } from '../session/session';
import { heldCountQuery } from './queries';

const words = texts.heldEntries;

/** Tells a lead that entries wait for their word; nothing while none does. */
export function HeldNotice() {
  const leads = hasRole(useSession(), 'institution_lead');
  const { data: count = 0 } = useQuery({ ...heldCountQuery, enabled: leads });
  if (!leads || count === 0) return null;
  return (
    <Alert color="sonne" variant="light" icon={<IconChecklist aria-hidden />} title={words.title}>
      <Text size="sm">
        {count === 1 ? words.one : words.many(formatInteger(count))}{' '}
        <Anchor component={Link} inherit c="inherit" href="/bestaetigen" underline="always">
          {words.look}
        </Anchor>
      </Text>
    </Alert>
  );
}
