import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { signInGate } from '../../api/sign-in-gate';
import { network } from '../../device/network';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { sessionQuery } from '../session/session';
import type { Moment } from './lock-clock';
import { momentNow } from './lock-clock';
import { sealedDrafts, sharedTablet } from './tablet';
import { useLockClock } from './use-lock-clock';
import { useTablet } from './use-tablet';
import { whenHidden } from './when-hidden';

const words = texts.tabletLock;

/** As long as somebody works, the server hears of it so often, in ms: it locks after five minutes by itself. */
const SAY_SO = 120_000;
/** Whoever could not be checked is tried again after this, then after twice as long, and so on, in ms. */
const FIRST_CHECK = 15_000;

/** Ends the sitting on a shared tablet: when nobody touches it, when the screen goes dark, and when the server says so. */
export function SittingGuard() {
  const lock = useCallback(() => sharedTablet.lock('idle'), []);
  const { phase, touchedAt } = useLockClock(lock);
  useLeaveThePage();
  useLockWhenHidden();
  useLockWhenRefused();
  useCheckLater();
  useSignOfLife(touchedAt);
  useNoFiles();
  const isWarned = phase.state === 'warning';
  return (
    // Any touch is work, so the dialog closes by whatever is tapped.
    <Modal opened={isWarned} onClose={() => undefined} title={words.warning.title} withCloseButton={false}>
      <Stack>
        <Text fz="xl" fw={650} role="timer">
          {words.warning.left(isWarned ? phase.secondsLeft : 0)}
        </Text>
        <Text>{sealedDrafts.lasting ? words.warning.kept : words.warning.lost}</Text>
        <Group>
          <Button size="xl" data-autofocus>
            {words.warning.goOn}
          </Button>
          <Button
            size="xl"
            variant="default"
            leftSection={<IconLock aria-hidden />}
            onClick={() => sharedTablet.lock('asked')}
          >
            {words.lockNow}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Some pages are open to everybody: afterwards the names have to be there, whichever page it was. */
function useLeaveThePage(): void {
  const [, navigate] = useLocation();
  const leave = useRef(navigate);
  useEffect(() => () => leave.current('/', { replace: true }), []);
}

/** Whoever comes back shows their PIN. */
function useLockWhenHidden(): void {
  useEffect(
    () =>
      whenHidden(() => {
        // The system takes its picture of the app for the list of apps; there must be nothing on it.
        document.documentElement.toggleAttribute('data-covered', true);
        sharedTablet.lock('hidden');
      }),
    [],
  );
}

/** The session is over at the server: on a tablet nobody signs in on the spot. */
function useLockWhenRefused(): void {
  useEffect(
    () =>
      signInGate.subscribe(() => {
        if (signInGate.isOpen()) sharedTablet.lock('ended');
      }),
    [],
  );
}

/** Entries added without a network: as soon as there is one, the PIN is checked. */
function useCheckLater(): void {
  const { sitting } = useTablet();
  const isUnchecked = sitting?.kind === 'add_only' && !sitting.refused;
  useEffect(() => {
    if (!isUnchecked) return;
    const check = () => void sharedTablet.checkLater();
    const heard = () => network.getSnapshot() && check();
    window.addEventListener('online', check);
    const stops = [network.subscribe(heard), withGrowingPauses(check)];
    return () => {
      window.removeEventListener('online', check);
      stops.forEach((stop) => stop());
    };
  }, [isUnchecked]);
}

/** A server that was slow once gives no sign when it is quick again. @returns ends it */
function withGrowingPauses(check: () => void): () => void {
  let timer: number;
  const after = (pause: number) => {
    timer = window.setTimeout(() => {
      after(2 * pause);
      check();
    }, pause);
  };
  after(FIRST_CHECK);
  return () => window.clearTimeout(timer);
}

/** Somebody who fills in a long form asks the server nothing for minutes, but is still there. */
function useSignOfLife(touchedAt: () => Moment): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (momentNow().steady - touchedAt().steady < SAY_SO) void queries.invalidateQueries(sessionQuery);
    }, SAY_SO);
    return () => window.clearInterval(timer);
  }, [queries, touchedAt]);
}

/** A file would lie on the tablet for everybody; links to files would also come without the session's second half. */
function useNoFiles(): void {
  useEffect(() => {
    const stop = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/api/"]') : null;
      if (!link) return;
      event.preventDefault();
      announce(words.noFiles);
    };
    document.addEventListener('click', stop, { capture: true });
    return () => document.removeEventListener('click', stop, { capture: true });
  }, []);
}
