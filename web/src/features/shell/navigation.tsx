import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { worksOffline } from '../../device/offline-pages';
import { navigationOf } from '../../pages/page-access';
import { texts } from '../../texts/de';
import { NetworkMark } from '../../ui/needs-network';
import { useIsPhone } from '../../ui/use-is-phone';
import { useSession } from '../session/session';
import { useReachable } from '../tablet/use-reachable';
import classes from './shell.module.css';

/** As many entries fit beside each other on a phone of 360 px. */
const PHONE_ENTRIES = 5;

type Entry = ReturnType<typeof navigationOf>[number];

/** At the side on a desktop, at the bottom on a phone; what does not fit there waits behind "Mehr". */
export function Navigation() {
  const reachable = useReachable();
  const entries = navigationOf(useSession()).filter(({ path }) => reachable(path));
  const current = useCurrentEntry(entries);
  const crowded = useIsPhone() && entries.length > PHONE_ENTRIES;
  const shown = crowded ? entries.slice(0, PHONE_ENTRIES - 1) : entries;
  return (
    <nav className={classes.nav} aria-label={texts.common.mainNavigation}>
      <ul className={classes.navList}>
        {shown.map((entry) => (
          <li key={entry.path} className={classes.navItem}>
            <NavigationLink entry={entry} current={entry === current} isShort={crowded} />
          </li>
        ))}
        {crowded && (
          <li className={classes.navItem}>
            <MoreEntries entries={entries.slice(PHONE_ENTRIES - 1)} current={current} />
          </li>
        )}
      </ul>
    </nav>
  );
}

interface NavigationLinkProps {
  entry: Entry;
  current: boolean;
  isShort: boolean;
}

function NavigationLink({ entry, current, isShort }: NavigationLinkProps) {
  return (
    <Link href={entry.path} className={classes.navLink} aria-current={current ? 'page' : undefined}>
      <entry.icon size={24} stroke={1.7} aria-hidden />
      {isShort ? (entry.short ?? entry.label) : entry.label}
      {!worksOffline(entry.path) && (
        <span className={classes.navMark}>
          <NetworkMark />
        </span>
      )}
    </Link>
  );
}

/** The entry that the open page belongs to: of two that fit, the closer one. */
function useCurrentEntry(entries: readonly Entry[]): Entry | undefined {
  const [location] = useLocation();
  return entries
    .filter(({ path }) => location === path || location.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function MoreEntries({ entries, current }: { entries: Entry[]; current: Entry | undefined }) {
  const isHere = current !== undefined && entries.includes(current);
  return (
    <Menu position="top-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.navLink} data-here={isHere || undefined}>
          <IconDots size={24} stroke={1.7} aria-hidden />
          {texts.common.more}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <Menu.Item
            key={entry.path}
            component={Link}
            href={entry.path}
            h={48}
            aria-current={entry === current ? 'page' : undefined}
            leftSection={<entry.icon size={20} aria-hidden />}
            rightSection={!worksOffline(entry.path) && <NetworkMark />}
          >
            {entry.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
