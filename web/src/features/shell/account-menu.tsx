import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { NetworkMark } from '../../ui/needs-network';
import { useSession } from '../session/session';
import { useLeave } from '../session/use-leave';
import classes from './shell.module.css';

const words = texts.session.account;

/** Who is signed in, own account, sign-out. */
export function AccountMenu() {
  const { account } = useSession();
  const { leave, canLeave } = useLeave();
  return (
    <Menu position="bottom-end" width={240} withArrow>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <VisuallyHidden>{words.menu}</VisuallyHidden>
          <span className={classes.accountName}>{account.name}</span>
          <Avatar name={account.name} color="wiese" variant="light" radius="xl" size={40} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href="/konto"
          h={44}
          leftSection={<IconUserCircle size={20} aria-hidden />}
        >
          {words.title}
        </Menu.Item>
        <Menu.Item
          h={44}
          leftSection={<IconLogout size={20} aria-hidden />}
          rightSection={<NetworkMark />}
          disabled={!canLeave}
          onClick={leave}
        >
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
