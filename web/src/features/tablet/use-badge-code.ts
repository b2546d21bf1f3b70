import { type RefObject, useEffect, useRef } from 'react';

/** Pause between two looks at the picture, in ms: a look costs a slow tablet a tenth of a second. */
const LOOK_AGAIN = 150;

/** Looks for a QR code in the picture and tells what it says, each code once. */
export function useBadgeCode(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onCode: (code: string) => void,
): void {
  const tell = useRef(onCode);
  useEffect(() => {
    tell.current = onCode;
  });
  useEffect(() => {
    if (!isOn) return;
    let timer: number | undefined;
    let left = false;
    let last = '';
    const look = async () => {
      const code = await codeIn(video.current);
      if (left) return;
      if (code !== null && code !== last) tell.current((last = code));
      timer = window.setTimeout(() => void look(), LOOK_AGAIN);
    };
    void look();
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [isOn, video]);
}

async function codeIn(video: HTMLVideoElement | null): Promise<string | null> {
  if (!video || video.videoWidth === 0) return null;
  // Large, and only of use here.
  const { BarcodeDetector } = await import('qr/decode.js');
  try {
    const [found] = await new BarcodeDetector().detect(video);
    return found?.rawValue ?? null;
  } catch {
    return null;
  }
}
