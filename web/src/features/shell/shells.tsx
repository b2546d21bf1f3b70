import type { ReactNode } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import { OutboxLine, OutboxNotice } from '../../outbox/outbox-line';
import { routes } from '../../pages/routes';
import { DeviceLines } from '../device/device-lines';
import { useOfflineLinks } from '../device/use-offline-links';
import { useSession } from '../session/session';
import { AddOnlyBanner } from '../tablet/add-only-banner';
import { LockButton } from '../tablet/lock-button';
import { isTablet } from '../tablet/mark';
import { AccountMenu } from './account-menu';
import { Brand, DemoBanner, Footer, MAIN_ID, SkipLink, useFreshPage } from './frame-parts';
import { Navigation } from './navigation';
import classes from './shell.module.css';

/** The frame around every page of a signed-in person. */
export function Shell({ children }: { children: ReactNode }) {
  const { account, demo } = useSession();
  const isWhole = useWholeScreen();
  useFreshPage();
  useOfflineLinks();
  return (
    <div data-whole-screen={isWhole || undefined}>
      <SkipLink />
      {demo && <DemoBanner />}
      <header className={`${classes.header} app-frame`}>
        <Brand />
        {/* A page that takes the whole screen says it itself. */}
        {!isWhole && (
          <div className={classes.sent}>
            <OutboxLine />
          </div>
        )}
        {isTablet() ? <LockButton name={account.name} /> : <AccountMenu />}
      </header>
      <div className={classes.frame}>
        <Navigation />
        <div className={classes.content}>
          <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
            <div className={classes.column}>
              <AddOnlyBanner />
              {/* The entry screens say by themselves how far the network is, and need the room. */}
              {!isWhole && <DeviceLines />}
              <OutboxNotice />
              {children}
            </div>
          </main>
          <Footer />
        </div>
      </div>
    </div>
  );
}

/** Does the open page want the whole of a small screen? */
function useWholeScreen(): boolean {
  const { parser } = useRouter();
  const [location] = useLocation();
  return routes.some(({ path, wholeScreen }) => wholeScreen && matchRoute(parser, path, location)[0]);
}

/** The frame around pages that nobody needs to be signed in for. */
export function PlainShell({ children }: { children: ReactNode }) {
  useFreshPage();
  return (
    <div className={classes.plain}>
      <SkipLink />
      <header className={classes.header}>
        <Brand />
        <div className={classes.sent}>
          <OutboxLine quiet />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classes.plainMain}>
        <OutboxNotice />
        {children}
      </main>
      <Footer />
    </div>
  );
}
