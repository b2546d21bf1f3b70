import { useLocalStorage } from '@mantine/hooks';
import { useRef } from 'react';

export interface Signal {
  muted: boolean;
  setMuted: (muted: boolean) => void;
  /** To be called in a touch: browsers allow sound only after one. */
  prepare: () => void;
  short: () => void;
  /** The time is over: heard and felt across a gym. */
  long: () => void;
}

/** Sound and vibration for starts and ends. "Ton ist aus" is remembered on the device; it still vibrates. */
export function useSignal(): Signal {
  const [muted, setMuted] = useLocalStorage({ key: 'olympia:gym-muted', defaultValue: false });
  const context = useRef<AudioContext | null>(null);
  const beep = (hertz: number, seconds: number) => {
    if (!muted && context.current) sound(context.current, hertz, seconds);
  };
  return {
    muted,
    setMuted,
    prepare: () => {
      context.current ??= 'AudioContext' in window ? new AudioContext() : null;
      void context.current?.resume();
    },
    short: () => {
      beep(880, 0.15);
      vibrate([120]);
    },
    long: () => {
      beep(660, 1.2);
      vibrate([400, 150, 400]);
    },
  };
}

/** One tone, faded at both ends so that it does not click. */
function sound(context: AudioContext, hertz: number, seconds: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  const { currentTime } = context;
  tone.type = 'square';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, currentTime);
  volume.gain.exponentialRampToValueAtTime(0.4, currentTime + 0.02);
  volume.gain.setValueAtTime(0.4, currentTime + seconds - 0.05);
  volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(currentTime + seconds);
}

function vibrate(pattern: number[]): void {
  if ('vibrate' in navigator) navigator.vibrate(pattern);
}
