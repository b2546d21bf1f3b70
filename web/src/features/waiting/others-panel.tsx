import { Anchor, Stack, Text } from '@mantine/core';
import { useContext } from 'react';
import { Link } from 'wouter';
import { ageOf } from '../../outbox/age';
import { useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { useMinute } from '../../ui/use-minute';
import { SessionContext } from '../session/session';

const words = texts.waiting.others;

/** How much of other people lies here; what it is, nobody can see on this device. */
export function OthersPanel() {
  const { foreign } = useOutbox();
  const now = useMinute();
  const isSignedIn = useContext(SessionContext) !== null;
  if (foreign.count === 0) return null;
  const age = foreign.oldest === null ? null : ageOf(foreign.oldest, now);
  return (
    <Panel title={isSignedIn ? words.title : words.titleSignedOut}>
      <Stack gap={4}>
        <Text>{words.text(foreign.count)}</Text>
        {age && <Text>{words.oldest(texts.outbox.age(age))}</Text>}
        {!isSignedIn && (
          <Text>
            {words.signIn}{' '}
            <Anchor component={Link} href="/anmelden" underline="always">
              {words.toSignIn}
            </Anchor>
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
