import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
const [BLACK, WHITE, GREY] = [16, 235, 128];

/** A film (YUV4MPEG2) of a QR code held still, for Chromium's `--use-file-for-fake-video-capture`. */
export function cameraFilm(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = Math.floor(HEIGHT / rows.length);
  const left = Math.floor((WIDTH - scale * rows.length) / 2);
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let y = 0; y < scale * rows.length; y++)
    rows[Math.floor(y / scale)]!.forEach((dark, x) => {
      const start = y * WIDTH + left + x * scale;
      if (dark) light.fill(BLACK, start, start + scale);
    });
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, frame, frame]);
}
