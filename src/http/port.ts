import { createServer } from 'node:net';

export interface Place {
  /** `localhost` stands for both loopback addresses. */
  host: string;
  port: number;
}

/**
 * Tells a taken port before minutes go into a database; a start that loses the race later hears the same sentence.
 * @throws Error with a sentence for people
 */
export async function assertFree({ host, port }: Place): Promise<void> {
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const address of addresses) {
    const code = await tryListening(address, port);
    // A machine without IPv6 has no second loopback address.
    if (code && !(address === '::1' && code === 'EADDRNOTAVAIL')) throw portProblem({ host, port }, code);
  }
}

/** What the operating system's refusal means for whoever started the program. */
export function portProblem({ host, port }: Place, code: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`,
    EACCES: `This user may not listen on port ${port}. Choose one from 1024 with PORT.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine.`,
    ENOTFOUND: `HOST is ${host}, which is no address of this machine.`,
  };
  return new Error(sentences[code] ?? `The server cannot listen on ${host}, port ${port} (${code}).`);
}

function tryListening(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}
