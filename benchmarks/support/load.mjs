import http from 'node:http';

const CLIENTS = 8;

/** Writes per second of eight keep-alive clients; any answer but 201 ends the run. @param body makes the JSON of a client's next write */
export async function writesPerSecond(server, body, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  const started = performance.now();
  const until = started + seconds * 1000;
  let written = 0;
  const client = async (number) => {
    while (performance.now() < until) {
      await post({ ...server, agent }, body(number));
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  agent.destroy();
  return (written * 1000) / (performance.now() - started);
}

/** Until every connection has planned its statements and Node has compiled what runs often. */
export async function warmUp(server, body, writes = 2000) {
  for (let written = 0; written < writes;) written += await writesPerSecond(server, body, 1);
}

function post({ port, headers, agent }, body) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, agent, method: 'POST', path: '/api/activities' };
    const request = http.request(
      { ...options, headers: { ...headers, 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode}: ${text}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
