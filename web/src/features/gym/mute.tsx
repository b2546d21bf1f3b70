import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import type { Signal } from './use-signal';

/** "Ton aus": pressed means silent. */
export function Mute({ signal: { muted, setMuted } }: { signal: Signal }) {
  const MuteIcon = muted ? IconVolumeOff : IconVolume;
  return (
    <BigButton
      look={muted ? 'warm' : 'quiet'}
      icon={<MuteIcon size={24} aria-hidden />}
      aria-pressed={muted}
      onClick={() => setMuted(!muted)}
    >
      {texts.gym.countdown.mute}
    </BigButton>
  );
}
