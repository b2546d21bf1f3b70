import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconId, IconUsersGroup, IconWifiOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useOnline } from '../../device/use-online';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { Empty, Skeletons } from '../../ui/states';
import { BadgeStep } from './badge-step';
import type { Desk, DeskPerson } from './desk';
import { PeopleGrid } from './people-grid';
import { PinStep } from './pin-step';
import { sharedTablet } from './tablet';
import { useTablet } from './use-tablet';
import { whenHidden } from './when-hidden';

const words = texts.tabletLock.screen;

/** How long somebody may look for their badge without touching anything, in ms. */
const LEFT_BEHIND = 120_000;

/** What a shared tablet shows while nobody works on it, at every address. */
export function LockScreen() {
  const { started, desk } = useTablet();
  useClean();
  if (desk) return <Door desk={desk} />;
  if (!started) return <Skeletons rows={3} />;
  return (
    <div>
      <PageHeader title={words.title} />
      <Empty
        title={words.noDeskTitle}
        icon={<IconWifiOff size={30} stroke={1.6} />}
        action={<Loader type="dots" />}
      >
        {words.noDesk}
      </Empty>
    </div>
  );
}

type Step = { at: 'people' } | { at: 'pin'; person: DeskPerson } | { at: 'badge'; person: DeskPerson | null };

function Door({ desk }: { desk: Desk }) {
  const [step, setStep] = useState<Step>({ at: 'people' });
  const back = useCallback(() => setStep({ at: 'people' }), []);
  useBackToNames(step.at !== 'people', back);
  switch (step.at) {
    case 'people':
      return (
        <People
          desk={desk}
          onChoose={(person) => setStep({ at: 'pin', person })}
          onBadge={() => setStep({ at: 'badge', person: null })}
        />
      );
    case 'pin':
      return (
        <PinStep
          person={desk.people.find(({ accountId }) => accountId === step.person.accountId) ?? step.person}
          onBack={back}
          onBadge={() => setStep({ at: 'badge', person: step.person })}
        />
      );
    case 'badge':
      return <BadgeStep desk={desk} person={step.person} onBack={back} />;
  }
}

interface PeopleProps {
  desk: Desk;
  onChoose: (person: DeskPerson) => void;
  onBadge: () => void;
}

function People({ desk, onChoose, onBadge }: PeopleProps) {
  const { locked, lost } = useTablet();
  const why = locked && (lost ? words.lost : words.why[locked]);
  return (
    <Stack gap="lg" w="100%" maw={960} style={{ alignSelf: 'start' }}>
      <PageHeader
        title={words.title}
        intro={
          <>
            <Text fw={600} c="var(--mantine-color-text)">
              {desk.institution.name}
            </Text>
            {words.tablet(desk.tablet.name)}
          </>
        }
      />
      {why && <Text role="status">{why}</Text>}
      <OfflineLine />
      {desk.people.length === 0 ? (
        <Empty title={words.nobodyTitle} icon={<IconUsersGroup size={30} stroke={1.6} />}>
          {words.nobody}
        </Empty>
      ) : (
        <PeopleGrid people={desk.people} onChoose={onChoose} />
      )}
      {desk.people.some(({ hasBadge }) => hasBadge) && (
        <Group justify="center">
          <Button size="xl" variant="default" leftSection={<IconId aria-hidden />} onClick={onBadge}>
            {words.badge}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OfflineLine() {
  if (useOnline()) return null;
  return (
    <Alert role="status" color="sonne" variant="light" icon={<IconWifiOff aria-hidden />}>
      {words.offline}
    </Alert>
  );
}

/** Digits and codes that somebody left behind go, with a PIN that is being checked: by a dark screen, or when nobody touches it. */
function useBackToNames(isAway: boolean, back: () => void): void {
  useEffect(() => {
    if (!isAway) return;
    const leave = () => {
      sharedTablet.lock('hidden');
      back();
    };
    let timer = window.setTimeout(leave, LEFT_BEHIND);
    const touched = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(leave, LEFT_BEHIND);
    };
    const signs = ['pointerdown', 'keydown'];
    signs.forEach((sign) => window.addEventListener(sign, touched, { capture: true }));
    const stop = whenHidden(leave);
    return () => {
      window.clearTimeout(timer);
      signs.forEach((sign) => window.removeEventListener(sign, touched, { capture: true }));
      stop();
    };
  }, [isAway, back]);
}

/** Whatever ended the sitting, it is over here: nothing stays open behind this page, and the address says nothing either. */
function useClean(): void {
  const [location, navigate] = useLocation();
  useEffect(() => {
    sharedTablet.lock('ended');
    void sharedTablet.refresh();
    document.documentElement.toggleAttribute('data-covered', false);
  }, []);
  useEffect(() => {
    if (location !== '/') navigate('/', { replace: true });
  }, [location, navigate]);
}
