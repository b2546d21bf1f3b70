import type { Bytes } from './wire.js';

/** A request before it becomes bytes. Nothing is put right on the way: what it says twice is sent twice. */
export interface Draft {
  method: string;
  /** Address with its query. */
  path: string;
  headers: [name: string, value: string][];
  body: Bytes | null;
}

/** The same with one header set anew, or (null) left out. */
export function withHeader(draft: Draft, name: string, value: string | null): Draft {
  const others = draft.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...draft, headers: value === null ? others : [...others, [name, value]] };
}

/** The same with another body, of the length that it has and of the type said. */
export function withBody(draft: Draft, body: Bytes | null, type = 'application/json'): Draft {
  const bare = withHeader(withHeader(draft, 'content-length', null), 'content-type', null);
  if (body === null) return { ...bare, body };
  const length = String(Buffer.byteLength(body));
  return { ...bare, body, headers: [...bare.headers, ['content-type', type], ['content-length', length]] };
}

export function withPath(draft: Draft, change: (path: string) => string): Draft {
  return { ...draft, path: change(draft.path) };
}

/** As it goes over the wire. Paths and headers byte by byte (Latin-1), so that any byte can be sent. */
export function bytesOf(draft: Draft, { version = 'HTTP/1.1' } = {}): Buffer {
  const lines = [
    `${draft.method} ${draft.path} ${version}`,
    ...draft.headers.map(([name, value]) => `${name}: ${value}`),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  if (draft.body === null) return head;
  return Buffer.concat([head, typeof draft.body === 'string' ? Buffer.from(draft.body) : draft.body]);
}
