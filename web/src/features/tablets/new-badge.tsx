import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts/de';
import { QrCode } from '../../ui/qr-code';
import { housesOf, useSession } from '../session/session';
import classes from './new-badge.module.css';

const words = texts.tabletProofs.badge;

/** The badge, this once, to be printed. */
export function NewBadge({ secret, onDone }: { secret: string; onDone: () => void }) {
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="md">
      <Text fw={600} tabIndex={-1} ref={heading}>
        {words.newTitle}
      </Text>
      <Text>{words.newText}</Text>
      <BadgeCard secret={secret} />
      <Group gap="sm">
        <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.kept}
        </Button>
      </Group>
    </Stack>
  );
}

/** As large as a bank card; alone on the sheet. */
function BadgeCard({ secret }: { secret: string }) {
  const session = useSession();
  const houses = housesOf(session).map(({ name }) => name);
  return (
    <article className={classes.badge} aria-label={words.card}>
      <div className={classes.code}>
        <QrCode value={secret} label={words.qr} />
      </div>
      <div className={classes.words}>
        <p className={classes.card}>{words.card}</p>
        <p className={classes.name}>{session.account.name}</p>
        <p>{houses.join(', ')}</p>
        <p className={classes.warning}>{words.warning}</p>
        {/* For a tablet whose camera is covered or broken. */}
        <p style={{ overflowWrap: 'anywhere' }}>
          <code>{secret}</code>
        </p>
      </div>
    </article>
  );
}
