import { connect, type Socket } from 'node:net';

/** An answer as it came off the wire. */
export interface Reply {
  status: number;
  /** By lower-case name; what came twice is joined by a comma. */
  headers: Record<string, string>;
  body: Buffer;
  text: string;
}

export type Bytes = string | Buffer;

const HEAD_END = Buffer.from('\r\n\r\n');
const BODILESS = [204, 304];

/** An own connection, and all the answers to what is sent over it until the server hangs up. */
export function sendAlone(port: number, bytes: Bytes[], { end = false } = {}): Promise<Reply[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    // What the server no longer reads is cut off; what it has answered counts all the same.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      try {
        resolve(repliesIn(Buffer.concat(received)));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    for (const part of bytes) socket.write(part);
    if (end) socket.end();
  });
}

/** A connection that is kept for one request after the other, and opened again where the server has closed it. */
export class Wire {
  private socket: Socket | null = null;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;

  constructor(private readonly port: number) {}

  /** Sends one whole request. Rejects where the server hangs up without an answer. */
  ask(bytes: Bytes[]): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket ??= this.open();
      for (const part of bytes) this.socket.write(part);
    });
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    this.received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => this.take(socket, chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.waiting?.reject(new Error('The server hung up without an answer.'));
    });
    return socket;
  }

  private take(socket: Socket, chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const found = takeReply(this.received);
    if (!found || !this.waiting) return;
    this.received = found.rest;
    if (found.reply.headers['connection'] === 'close') {
      this.socket = null;
      socket.destroy();
    }
    this.waiting.resolve(found.reply);
    this.waiting = null;
  }
}

/** All the answers in what came over a connection. @throws where one is not all there */
export function repliesIn(bytes: Buffer): Reply[] {
  const replies: Reply[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const found = takeReply(rest);
    if (!found) throw new Error(`Half an answer: ${rest.toString('latin1', 0, 200)}`);
    replies.push(found.reply);
    rest = found.rest;
  }
  return replies;
}

/** The first answer in the bytes and what comes behind it; null while it is not all there. */
function takeReply(bytes: Buffer): { reply: Reply; rest: Buffer } | null {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  if (Number.isNaN(status)) throw new Error(`No answer: ${first.slice(0, 200)}`);
  const after = bytes.subarray(end + HEAD_END.length);
  // 100 Continue and its like: the answer is yet to come.
  if (status < 200) return takeReply(after);
  const headers = headersOf(lines);
  const found = bodyOf(status, headers, after);
  return (
    found && { reply: { status, headers, body: found.body, text: found.body.toString() }, rest: found.rest }
  );
}

function headersOf(lines: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

type Body = { body: Buffer; rest: Buffer };

function bodyOf(status: number, headers: Record<string, string>, bytes: Buffer): Body | null {
  if (headers['transfer-encoding'] === 'chunked') return chunksOf(bytes);
  const length = BODILESS.includes(status) ? 0 : Number(headers['content-length'] ?? 0);
  return bytes.length < length ? null : { body: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

function chunksOf(bytes: Buffer): Body | null {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const [from, to] = [line + 2, line + 2 + size];
    if (bytes.length < to + 2) return null;
    if (size === 0) return { body: Buffer.concat(parts), rest: bytes.subarray(to + 2) };
    parts.push(bytes.subarray(from, to));
    at = to + 2;
  }
}
