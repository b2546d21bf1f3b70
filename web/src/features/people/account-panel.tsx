import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { Person } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { EmailText } from '../../ui/email-text';
import { Fact, Facts } from '../../ui/facts';
import { formatInstant, formatInstantDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { EraseAccountButton, InformationButton } from '../governance/erase-dialogs';
import { hasRole, useSession } from '../session/session';
import { changePerson, signOutEverywhere, usePersonChanged } from './queries';
import { PasswordLinkButton, SecondFactorButton } from './reset-actions';
import { RenameButton } from './rename-button';

const words = texts.people;

/** The account itself: since when, last seen, locked or not. */
export function AccountPanel({ person, onGone }: { person: Person; onGone: () => unknown }) {
  const { disabledAt, mayChange } = person;
  const session = useSession();
  const isOwn = session.account.id === person.id;
  const mayErase = hasRole(session, 'administrator') && !isOwn;
  return (
    <Panel title={words.account}>
      <Stack gap="md">
        {disabledAt !== null && (
          <Alert color="red" variant="light" icon={<IconLock aria-hidden />}>
            {words.disabledSince(formatInstantDate(disabledAt))}
          </Alert>
        )}
        <AccountFacts person={person} />
        {!mayChange && !isOwn && (
          <Text size="sm" c="dimmed">
            {words.elsewhere}
          </Text>
        )}
        <Group gap="xs" ml={-12}>
          {mayChange && <RenameButton person={person} />}
          {!isOwn && <ForOthers person={person} />}
          {mayErase && (
            <>
              <InformationButton href={`/api/accounts/${person.id}/personal-data`} name={person.name} />
              <EraseAccountButton person={person} onGone={onGone} />
            </>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

function AccountFacts({ person: { email, createdAt, lastSignInAt, sessions } }: { person: Person }) {
  return (
    <Facts>
      <Fact term={words.email}>
        <EmailText>{email}</EmailText>
      </Fact>
      <Fact term={words.createdAt}>{formatInstantDate(createdAt)}</Fact>
      <Fact term={words.lastSignIn}>{lastSignInAt ? formatInstant(lastSignInAt) : words.neverSignedIn}</Fact>
      {sessions !== null && (
        <Fact term={words.sessions}>{sessions === 0 ? words.noDevice : words.devices(sessions)}</Fact>
      )}
    </Facts>
  );
}

/** One's own account is locked by nobody, and one's own devices are on the page of one's own account. */
function ForOthers({ person }: { person: Person }) {
  return (
    <>
      {(person.sessions ?? 0) > 0 && <SignOutButton person={person} />}
      {person.mayChange && person.disabledAt === null && <PasswordLinkButton person={person} />}
      {person.hasSecondFactor && <SecondFactorButton person={person} />}
      {person.mayChange && <LockButton person={person} />}
    </>
  );
}

function SignOutButton({ person: { id, name } }: { person: Person }) {
  const changed = usePersonChanged();
  const signOut = async () => {
    await signOutEverywhere(id);
    announce(words.signedOut(name));
    await changed(id);
  };
  return (
    <ConfirmButton
      label={words.signOut}
      question={words.signOutQuestion(name)}
      text={words.signOutText}
      confirmLabel={words.signOutConfirm}
      onConfirm={signOut}
    />
  );
}

function LockButton({ person }: { person: Person }) {
  const changed = usePersonChanged();
  const { id, name, disabledAt } = person;
  const isLocked = disabledAt !== null;
  const turn = async () => {
    await changePerson(person, { disabled: !isLocked });
    announce(isLocked ? words.enabledDone(name) : words.disabledDone(name));
    await changed(id);
  };
  return (
    <ConfirmButton
      label={isLocked ? words.enable : words.disable}
      question={isLocked ? words.enableQuestion(name) : words.disableQuestion(name)}
      text={isLocked ? words.enableText : words.disableText}
      confirmLabel={isLocked ? words.enableConfirm : words.disableConfirm}
      onConfirm={turn}
    />
  );
}
