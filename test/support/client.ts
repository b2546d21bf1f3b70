import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface Place {
  port: number;
  /** Sent as `Origin` with everything but GET and HEAD, as browsers do. */
  origin: string;
}

export interface Sent {
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  /** Added to, or (undefined) taken out of, the usual ones. */
  headers?: Record<string, string | string[] | undefined>;
  /** The version for `If-Match`. */
  version?: number;
}

/** Any JSON; tests look into it by hand. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Answer<T = Record<string, Json>> {
  status: number;
  headers: IncomingHttpHeaders;
  /** Cookies as the server set them, with their attributes. */
  cookies: string[];
  text: string;
  bytes: Buffer;
  /** The parsed JSON body; throws where there is none. */
  readonly json: T;
  /** A text of the JSON body; throws where there is none. */
  field(name: string): string;
}

// Connections are kept, as browsers do: a new one for each of thousands of requests takes longer than the requests.
const agent = new Agent({ keepAlive: true });

/** A browser as far as the API is concerned: keeps cookies, sends `Origin`. Bytes and headers may be anything. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(readonly place: Place) {}

  get<T = Record<string, Json>>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('GET', path, sent);
  }

  post<T = Record<string, Json>>(path: string, body?: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('POST', path, { body, ...sent });
  }

  put<T = Record<string, Json>>(path: string, body?: unknown, version?: number): Promise<Answer<T>> {
    return this.send('PUT', path, { body, version });
  }

  patch<T = Record<string, Json>>(path: string, body?: unknown, version?: number): Promise<Answer<T>> {
    return this.send('PATCH', path, { body, version });
  }

  delete<T = Record<string, Json>>(path: string, version?: number): Promise<Answer<T>> {
    return this.send('DELETE', path, { version });
  }

  async send<T = Record<string, Json>>(method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const answer = await exchange<T>(
      this.place.port,
      method,
      path,
      this.headersFor(method, sent, body),
      body,
    );
    for (const cookie of answer.cookies) this.keep(cookie);
    return answer;
  }

  private headersFor(
    method: string,
    { headers, version }: Sent,
    body?: string | Buffer,
  ): OutgoingHttpHeaders {
    const all: OutgoingHttpHeaders = {
      ...(this.cookies.size > 0 && { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
      ...(!['GET', 'HEAD'].includes(method) && { origin: this.place.origin }),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...headers,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function exchange<T>(
  port: number,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders,
  body?: string | Buffer,
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve(answerOf(incoming.statusCode ?? 0, incoming.headers, Buffer.concat(chunks)));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function answerOf<T>(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Answer<T> {
  const text = bytes.toString('utf8');
  return {
    status,
    headers,
    cookies: headers['set-cookie'] ?? [],
    text,
    bytes,
    get json() {
      return JSON.parse(text) as T;
    },
    field: (name) => {
      const value = (JSON.parse(text) as Record<string, Json>)[name];
      if (typeof value !== 'string') throw new Error(`No text "${name}" in ${text.slice(0, 200)}`);
      return value;
    },
  };
}
