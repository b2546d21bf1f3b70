import type { ReactNode } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import { routes } from '../../pages/routes';
import { useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { Brand, DemoBanner, Footer, MAIN_ID, SkipLink, useFreshPage } from './frame-parts';
import { Navigation } from './navigation';
import classes from './shell.module.css';

/** The frame around every page of a signed-in person. */
export function Shell({ children }: { children: ReactNode }) {
  const { demo } = useSession();
  const isWhole = useWholeScreen();
  useFreshPage();
  return (
    <div data-whole-screen={isWhole || undefined}>
      <SkipLink />
      {demo && <DemoBanner />}
      <header className={`${classes.header} app-frame`}>
        <Brand />
        <AccountMenu />
      </header>
      <div className={classes.frame}>
        <Navigation />
        <div className={classes.content}>
          <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
            <div className={classes.column}>{children}</div>
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
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classes.plainMain}>
        {children}
      </main>
      <Footer />
    </div>
  );
}
