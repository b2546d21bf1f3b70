import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { tileOrigins } from './config/map-tiles.js';
import type { Settings } from './config/settings.js';
import { Door } from './http/door.js';
import { Exchanges } from './http/exchanges.js';
import { requestLines } from './http/request-lines.js';
import { answerExpectation, answerUnreadable, hostProblem } from './http/unreadable.js';
import { unroutable } from './http/unroutable.js';
import { serveWeb } from './http/web.js';
import { acceptFiles } from './kernel/http/file-body.js';
import { parseStrictJson } from './kernel/json/strict-json.js';
import { Log } from './kernel/log/log.js';
import { NestLog } from './kernel/log/nest-log.js';
import { InputPipe } from './kernel/validation/input.pipe.js';
import { HttpMetrics } from './operations/metrics/http-metrics.js';

const BODY_LIMIT_BYTES = 1_048_576;
/** The camera reads badges; the screen stays awake in the gym. Nothing else of a device is any of this application's business. */
const PERMISSIONS =
  'camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=()';
const NOT_PREFIXED = ['livez', 'readyz', 'metrics'];

/** The application as it is served and as it is tested: pipes, filter, prefix, headers and body parser are the same for both. */
export async function createApp(
  settings: Settings,
  { log = new Log({ format: 'text', level: 'warn' }), ...options }: AppOptions & { log?: Log } = {},
): Promise<NestFastifyApplication> {
  const exchanges = new Exchanges();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: settings.trustedProxies > 0 ? trustHops(settings.trustedProxies) : false,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // The door (http/door.ts) refuses, in our own words and with the time to come back.
    return503OnClosing: false,
    frameworkErrors: unroutable(exchanges),
    clientErrorHandler: answerUnreadable,
    // Asked for by ourselves: Node's own refusal would have no body.
    http: { requireHostHeader: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(settings, options),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new NestLog(log),
    },
  );
  exchanges.listen(requestLines(log));
  app.get(HttpMetrics).listenTo(exchanges);
  exchanges.watch(app.getHttpAdapter().getInstance());
  await configure(app, settings);
  return app;
}

async function configure(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  app.get(Door).guard(fastify);
  app.setGlobalPrefix('api', { exclude: NOT_PREFIXED });
  app.useGlobalPipes(new InputPipe());
  acceptOnlyJson(fastify);
  acceptFiles(fastify);
  await fastify.register(cookie);
  await fastify.register(helmet, headersFor(settings));
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('permissions-policy', PERMISSIONS);
    done();
  });
  fastify.server.on('checkExpectation', answerExpectation);
  fastify.addHook('onRequest', ({ raw }, _reply, done) => done(hostProblem(raw)));
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api') || reply.statusCode >= 400)
      void reply.header('cache-control', 'no-store');
    void reply.header('x-request-id', request.id);
  });
  await serveWeb(fastify, settings.webRoot);
}

// The nearest proxies, in as many hops as the operator says; index 0 is the socket itself.
function trustHops(hops: number): (address: string, index: number) => boolean {
  return (_address, index) => index < hops;
}

function acceptOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = async (_request: FastifyRequest, body: Buffer): Promise<unknown> =>
    // An empty body is no body: DELETE and a POST without content.
    Promise.resolve(body.length === 0 ? undefined : parsed(body));
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, parse);
}

function parsed(body: Buffer): unknown {
  try {
    // Fatal: bytes of another encoding would be stored as question marks.
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw Object.assign(new Error('no JSON', { cause: error }), { statusCode: 400 });
  }
}

function headersFor(settings: Settings): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets custom properties in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', ...tileOrigins(settings.mapTiles)],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  };
}
