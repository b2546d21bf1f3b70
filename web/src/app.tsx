import { Box } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { matchRoute, Redirect, Route, Switch, useLocation, useRouter } from 'wouter';
import { setAuthor } from './api/author';
import { signInGate } from './api/sign-in-gate';
import type { Session } from './api/types';
import { useKeepReady } from './features/device/use-keep-ready';
import { SessionContext, sessionQuery } from './features/session/session';
import { onSessionElsewhere } from './features/session/session-channel';
import { useCurrentSession } from './features/session/use-current-session';
import { SignInAgain } from './features/session/sign-in-again';
import { PlainShell, Shell } from './features/shell/shells';
import { isTablet } from './features/tablet/mark';
import type { Sitting } from './features/tablet/shared-tablet';
import { SittingGuard } from './features/tablet/sitting-guard';
import { useTablet, useTabletStart } from './features/tablet/use-tablet';
import { type OutboxPerson, useOutboxOf, useOutboxRunning } from './outbox/use-outbox';
import { NotFoundPage } from './pages/not-found-page';
import type { AppRoute } from './pages/app-route';
import { homeOf, mayOpen } from './pages/page-access';
import { OwnDevicePage } from './pages/own-device-page';
import { routes } from './pages/routes';
import { SignInPage } from './pages/sign-in-page';
import { texts } from './texts/de';
import { ErrorBoundary } from './ui/error-boundary';
import { NeedsNetworkPage } from './ui/needs-network';
import { QueryView } from './ui/query-view';
import { Skeletons } from './ui/states';

const SecondFactorPage = lazy(async () => ({
  default: (await import('./pages/second-factor-page')).SecondFactorPage,
}));

const LockScreen = lazy(async () => ({
  default: (await import('./features/tablet/lock-screen')).LockScreen,
}));

/** Asks who is signed in, then shows the pages of that person. */
export function App() {
  usePreload();
  useTabletStart();
  const session = useQuery(sessionQuery);
  useAuthor(session.data?.account.id ?? null);
  useOutboxRunning();
  useOutboxOf(personOf(session.data, useTablet().sitting));
  return (
    <QueryView query={session} loading={<Starting />} unreachable={<NobodyWithoutNetwork />}>
      {(current) =>
        current ? (
          <SignedIn key={current.account.id} session={current} readAt={session.dataUpdatedAt} />
        ) : (
          <SignedOut />
        )
      }
    </QueryView>
  );
}

/** First of all effects: those behind it may send something. */
function useAuthor(accountId: string | null): void {
  useEffect(() => setAuthor(accountId), [accountId]);
}

/** Who enters something here; undefined while nobody knows yet. */
function personOf(
  session: Session | null | undefined,
  sitting: Sitting | null,
): OutboxPerson | null | undefined {
  if (!session) return session;
  return { accountId: session.account.id, onTablet: isTablet(), given: sitting?.identity };
}

/**
 * Fetches the code of the page that the address names while the session is being asked for: one after the other, people
 * would wait for both, and React shows a placeholder for no less than 300 ms once it has begun.
 */
function usePreload(): void {
  const { parser } = useRouter();
  const [location] = useLocation();
  const [first] = useState(location);
  useEffect(() => {
    const route = routes.find(({ path }) => matchRoute(parser, path, first)[0]);
    // What cannot be fetched now is told where the page would be.
    route?.component.preload().catch(() => undefined);
  }, [parser, first]);
}

function Starting() {
  return (
    <Box maw={640} mx="auto" p="xl">
      <Skeletons />
    </Box>
  );
}

/** Nobody is known on this device, and nobody can be asked. */
function NobodyWithoutNetwork() {
  return (
    <PlainShell>
      <NeedsNetworkPage text={texts.device.needsNetwork.start} />
    </PlainShell>
  );
}

function SignedIn({ session, readAt }: { session: Session; readAt: number }) {
  const current = useCurrentSession(session, readAt);
  useGate(session);
  useKeepReady(session);
  if (session.secondFactorMissing) return <BeforeSecondFactor session={current} />;
  return (
    <SessionContext value={current}>
      <Shell>
        <Pages session={session} />
      </Shell>
      {isTablet() ? <SittingGuard /> : <SignInAgain />}
    </SessionContext>
  );
}

/** Nothing else can be opened yet; the address stays, so that the page that was wanted comes afterwards. */
function BeforeSecondFactor({ session }: { session: Session }) {
  return (
    <SessionContext value={session}>
      <PlainShell>
        <Suspense fallback={<Skeletons />}>
          <SecondFactorPage />
        </Suspense>
      </PlainShell>
      <SignInAgain />
    </SessionContext>
  );
}

/** While someone is signed in, a 401 asks them to sign in again; another person's cached data never stays. */
function useGate(session: Session): void {
  const queries = useQueryClient();
  useEffect(() => {
    signInGate.arm(true);
    const stopListening = onSessionElsewhere((accountId) => {
      // Waiting requests go on only as the person who made them.
      signInGate.settle(accountId === session.account.id);
      void queries.invalidateQueries(sessionQuery);
    });
    return () => {
      stopListening();
      signInGate.arm(false);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    };
  }, [queries, session.account.id]);
}

function SignedOut() {
  return (
    <PlainShell>
      <Pages session={null} />
    </PlainShell>
  );
}

function Pages({ session }: { session: Session | null }) {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location}>
      <Suspense fallback={<Skeletons />}>
        <Switch>
          <Route path="/">{session ? <Redirect to={homeOf(session)} replace /> : <FrontDoor />}</Route>
          <Route path="/anmelden">{session ? <Redirect to="/" replace /> : <FrontDoor />}</Route>
          {routes.map((route) => (
            <Route key={route.path} path={route.path}>
              <Page route={route} session={session} />
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function Page({ route, session }: { route: AppRoute; session: Session | null }) {
  if (route.ownDevice && isTablet()) return <OwnDevicePage />;
  if (mayOpen(route, session)) return <route.component />;
  return session ? <NotFoundPage forbidden /> : <FrontDoor />;
}

/** Where nobody is signed in: on a shared tablet nobody types a password. */
function FrontDoor() {
  useTablet();
  return isTablet() ? <LockScreen /> : <SignInPage />;
}
