import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconCameraRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts/de';
import { badgeIn } from './badge-code';
import classes from './badge-reader.module.css';
import { useBadgeCode } from './use-badge-code';
import { type Facing, useCamera } from './use-camera';

const words = texts.tabletLock.badge;

interface BadgeReaderProps {
  busy: boolean;
  onBadge: (badge: string) => void;
}

/** Reads a badge by the camera; without one its code can be typed. */
export function BadgeReader({ busy, onBadge }: BadgeReaderProps) {
  const [facing, setFacing] = useState<Facing>('user');
  const turn = () => setFacing(facing === 'user' ? 'environment' : 'user');
  return (
    <Stack gap="lg">
      <CameraPicture key={facing} facing={facing} onTurn={turn} onBadge={onBadge} />
      <TypedBadge busy={busy} onBadge={onBadge} />
    </Stack>
  );
}

interface CameraPictureProps {
  facing: Facing;
  onTurn: () => void;
  onBadge: (badge: string) => void;
}

function CameraPicture({ facing, onTurn, onBadge }: CameraPictureProps) {
  const { video, state } = useCamera(facing);
  useBadgeCode(video, state === 'on', (code) => {
    const badge = badgeIn(code);
    if (badge) onBadge(badge);
  });
  if (state === 'failed') return <Text role="status">{words.noCamera}</Text>;
  return (
    <Stack gap="sm">
      <Text role="status">{state === 'on' ? words.hint : words.starting}</Text>
      <div className={classes.picture}>
        <video
          ref={video}
          className={classes.video}
          data-facing={facing}
          aria-label={words.picture}
          muted
          playsInline
        />
      </div>
      <Group justify="center">
        <Button variant="default" size="lg" leftSection={<IconCameraRotate aria-hidden />} onClick={onTurn}>
          {words.turn}
        </Button>
      </Group>
    </Stack>
  );
}

/** Shown letter by letter: it is long, and nobody types it twice blindly. Not kept by any browser. */
function TypedBadge({ busy, onBadge }: BadgeReaderProps) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  if (!opened)
    return (
      <Button variant="subtle" size="lg" onClick={() => setOpened(true)}>
        {words.type}
      </Button>
    );
  const send = (event: React.SyntheticEvent) => {
    event.preventDefault();
    const badge = badgeIn(text);
    setWrong(badge === null);
    if (badge) onBadge(badge);
  };
  return (
    <Paper component="form" withBorder radius="lg" p="md" onSubmit={send} noValidate autoComplete="off">
      <Stack gap="sm">
        <TextInput
          size="lg"
          label={words.field}
          description={words.fieldHint}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={wrong && words.wrong}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          data-autofocus
        />
        <Button type="submit" size="lg" loading={busy}>
          {words.send}
        </Button>
      </Stack>
    </Paper>
  );
}
