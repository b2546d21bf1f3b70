import { type RefObject, useEffect, useRef, useState } from 'react';

export type Facing = 'user' | 'environment';

interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  state: 'starting' | 'on' | 'failed';
}

/** The picture of the device's camera in a video element, as long as it is on the screen. */
export function useCamera(facing: Facing): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<Camera['state']>('starting');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const start = async () => {
      try {
        stream = await pictureOf(facing);
        if (left || !video.current) {
          stop(stream);
          return;
        }
        video.current.srcObject = stream;
        await video.current.play();
        setState('on');
      } catch {
        // No camera, or nobody allowed it: the code can be typed.
        if (!left) setState('failed');
      }
    };
    void start();
    return () => {
      left = true;
      stop(stream);
    };
  }, [facing]);
  return { video, state };
}

function pictureOf(facing: Facing): Promise<MediaStream> {
  // Not there on plain http, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return Promise.reject(new Error('no camera'));
  return devices.getUserMedia({ audio: false, video: { facingMode: facing, width: { ideal: 1280 } } });
}

function stop(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}
