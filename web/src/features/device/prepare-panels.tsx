import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconDeviceTabletCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import type { AttendanceSheet, TestDaySheet } from '../../api/types';
import { startsOffline } from '../../device/app-update';
import { kept } from '../../device/kept';
import { useOnline } from '../../device/use-online';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { formatInstant } from '../../ui/format';
import { NetworkNote } from '../../ui/needs-network';
import { Panel } from '../../ui/panel';
import { listName } from '../attendance/queries';
import { prepareSheet, sheetName } from '../test-days/sheet-copy';
import { prepareTraining } from '../training/queries';
import { useKeptCopy } from './use-kept-copy';

const words = texts.device.prepare;

/** Makes a test day ready for a hall without a network, and says what this device has of it. */
export function PrepareTestDay({ testDayId }: { testDayId: string }) {
  const name = sheetName(testDayId);
  const copy = useKeptCopy<TestDaySheet>(name);
  const recordable = copy?.value.children.filter(({ hasConsent, left }) => hasConsent && !left).length ?? 0;
  return (
    <PreparePanel
      name={name}
      title={words.title}
      intro={words.intro}
      action={words.action}
      keptAt={copy?.keptAt}
      content={copy ? words.testDay(recordable, copy.value.protocols.length) : ''}
      prepare={() => prepareSheet(testDayId)}
    />
  );
}

/** The same for the list of who is there. */
export function PrepareTraining({ trainingId }: { trainingId: string }) {
  const name = listName(trainingId);
  const copy = useKeptCopy<AttendanceSheet>(name);
  return (
    <PreparePanel
      name={name}
      title={words.titleTraining}
      intro={words.introTraining}
      action={words.actionTraining}
      keptAt={copy?.keptAt}
      content={copy ? words.training(copy.value.people.length, copy.value.sessions.length) : ''}
      prepare={() => prepareTraining(trainingId)}
    />
  );
}

interface PreparePanelProps {
  name: string;
  title: string;
  intro: string;
  action: string;
  /** Epoch ms; undefined while nothing is kept. */
  keptAt: number | undefined;
  /** What is kept, in words. */
  content: string;
  prepare: () => Promise<void>;
}

function PreparePanel({ name, title, intro, action, keptAt, content, prepare }: PreparePanelProps) {
  const isOnline = useOnline();
  const { start, pending } = usePreparing(name, prepare);
  return (
    <Panel title={title}>
      <Stack gap="sm" align="flex-start">
        {keptAt === undefined ? (
          <Text>{intro}</Text>
        ) : (
          <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
            <IconCircleCheck
              size={24}
              stroke={1.7}
              color="var(--olympia-strong)"
              aria-hidden
              style={{ flex: 'none' }}
            />
            <div>
              <Text fw={600}>{words.since(formatInstant(new Date(keptAt).toISOString()))}</Text>
              <Text size="sm" c="dimmed">
                {content} {words.until}
              </Text>
            </div>
          </Group>
        )}
        <Button
          variant={keptAt === undefined ? 'filled' : 'default'}
          leftSection={<IconDeviceTabletCheck size={20} aria-hidden />}
          loading={pending}
          disabled={!isOnline}
          onClick={start}
        >
          {keptAt === undefined ? action : words.again}
        </Button>
        <NetworkNote>{texts.device.needsNetwork.step}</NetworkNote>
      </Stack>
    </Panel>
  );
}

function usePreparing(name: string, prepare: () => Promise<void>) {
  const [pending, setPending] = useState(false);
  const attempt = async () => {
    setPending(true);
    try {
      // The browser may clear what was not asked to stay; on plain http there is nothing to ask.
      if ('storage' in navigator) await navigator.storage.persist();
      await prepare();
      if ((await kept.keptAt(name)) === null) throw failed(words.failed);
      if (!startsOffline()) throw failed(words.pagesMissing);
      announce(words.done);
    } catch (error) {
      announceProblem(error);
    } finally {
      setPending(false);
    }
  };
  return { start: () => void attempt(), pending };
}

const failed = (title: string): Problem => new Problem({ status: 0, code: 'not_kept', title });
