import type { ReactNode } from 'react';
import { useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { Brand, DemoBanner, Footer, MAIN_ID, SkipLink, useFreshPage } from './frame-parts';
import { Navigation } from './navigation';
import classes from './shell.module.css';

/** The frame around every page of a signed-in person. */
export function Shell({ children }: { children: ReactNode }) {
  const { demo } = useSession();
  useFreshPage();
  return (
    <>
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
    </>
  );
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
