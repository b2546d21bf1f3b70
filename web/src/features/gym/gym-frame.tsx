import { Alert, Group, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { OutboxLine } from '../../outbox/outbox-line';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { SmallLockButton } from '../tablet/lock-button';
import { useBusy } from '../../ui/use-busy';
import classes from './gym-frame.module.css';
import type { DaySheet } from './sheet';

const words = texts.gym;

interface GymFrameProps {
  sheet: DaySheet;
  title: string;
  children: ReactNode;
}

/** Head of the entry screens: one line, because the room belongs to the children; whether all has arrived is always said. */
export function GymFrame({ sheet, title, children }: GymFrameProps) {
  useDocumentTitle(texts.common.pageTitle(title));
  // Nobody stops the children for a new version.
  useBusy(true);
  return (
    <div className={classes.frame}>
      <div className={classes.head}>
        <BackLink href={`/testtage/${sheet.id}`}>{words.back}</BackLink>
        <h1 className={classes.title}>{title}</h1>
        <Group gap="sm" wrap="nowrap">
          <OutboxLine narrow />
          <SmallLockButton />
        </Group>
      </div>
      {sheet.withoutResults && (
        <Text size="sm" c="dimmed">
          {texts.device.prepare.withoutResults}
        </Text>
      )}
      {sheet.isClosed && <Alert color="sonne">{words.closed}</Alert>}
      {sheet.barred ? (
        <Alert color="sonne" icon={<IconLock aria-hidden />} title={words.barred[sheet.barred].title}>
          {words.barred[sheet.barred].text}
        </Alert>
      ) : (
        children
      )}
    </div>
  );
}
