import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { BigButton } from './big-button';
import type { Signal } from './use-signal';

/** Sound on or off: sign and words both say how it is now. */
export function Mute({ signal: { muted, setMuted } }: { signal: Signal }) {
  const MuteIcon = muted ? IconVolumeOff : IconVolume;
  return (
    <BigButton
      look={muted ? 'warm' : 'quiet'}
      icon={<MuteIcon size={24} aria-hidden />}
      role="switch"
      aria-checked={!muted}
      onClick={() => setMuted(!muted)}
    >
      {muted ? texts.gym.countdown.silent : texts.gym.countdown.loud}
    </BigButton>
  );
}
