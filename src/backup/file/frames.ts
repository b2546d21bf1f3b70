import { damaged } from '../refusal.js';

/** What stands in a backup, one after the other: a head, then for each table its name, its rows and their sum, then the manifest. */
export type Frame =
  { kind: 'head' | 'table' | 'end' | 'manifest'; content: unknown } | { kind: 'rows'; bytes: Buffer };

const KINDS = { head: 0x48, table: 0x54, rows: 0x44, end: 0x45, manifest: 0x4d } as const;
const NAMES = new Map<number, Frame['kind']>(
  Object.entries(KINDS).map(([name, code]) => [code, name as Frame['kind']]),
);
const FRAME_HEADER = 5;
/** Rows come in pieces of about this size; a single row may be larger. */
export const ROWS_BYTES = 65_536;
const LARGEST_FRAME = 2 ** 30;

export function encodeFrame(frame: Frame): Buffer {
  const body = frame.kind === 'rows' ? frame.bytes : Buffer.from(JSON.stringify(frame.content));
  const encoded = Buffer.allocUnsafe(FRAME_HEADER + body.length);
  encoded.writeUInt8(KINDS[frame.kind], 0);
  encoded.writeUInt32BE(body.length, 1);
  body.copy(encoded, FRAME_HEADER);
  return encoded;
}

/** Finds the frames in a stream of any pieces. @throws Refusal when it ends within one, or is something else */
export async function* framesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let waiting: Buffer[] = [];
  let length = 0;
  let wanted = FRAME_HEADER;
  for await (const bytes of stream) {
    waiting.push(bytes);
    length += bytes.length;
    if (length < wanted) continue;
    let rest = Buffer.concat(waiting, length);
    for (wanted = sizeOf(rest); rest.length >= wanted; wanted = sizeOf(rest)) {
      yield decodeFrame(rest.subarray(0, wanted));
      rest = rest.subarray(wanted);
    }
    waiting = [rest];
    length = rest.length;
  }
  if (length > 0) throw damaged('ends in the middle of its content');
}

/** Bytes of the frame that begins here; just its header's while that is not whole. */
function sizeOf(bytes: Buffer): number {
  if (bytes.length < FRAME_HEADER) return FRAME_HEADER;
  const size = bytes.readUInt32BE(1);
  if (size > LARGEST_FRAME) throw damaged('has a content that makes no sense');
  return FRAME_HEADER + size;
}

function decodeFrame(bytes: Buffer): Frame {
  const kind = NAMES.get(bytes.readUInt8(0));
  const body = bytes.subarray(FRAME_HEADER);
  if (!kind) throw damaged('has a content that makes no sense');
  return kind === 'rows'
    ? { kind, bytes: body }
    : { kind, content: JSON.parse(body.toString('utf8')) as unknown };
}
