import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type {} from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR_SECONDS = 31_536_000;
const SERVICE_WORKER = '/sw.js';

/** Headers that a browser keeps together with the start page, once the service worker has fetched it. */
const KEPT_HEADERS = ['content-security-policy', 'permissions-policy'];

/**
 * Serves the built web application beside the API: files by name (those in assets/ carry a hash and never change), and the start page for
 * every other address a person may have bookmarked.
 */
export async function serveWeb(fastify: FastifyInstance, root: string | null): Promise<void> {
  if (root === null) return;
  // Loaded only here: on Node 20, Jest cannot load the ES module that it requires, and a test of the API serves no files.
  const { default: fastifyStatic } = await import('@fastify/static');
  await fastify.register(fastifyStatic, { root, serve: false, cacheControl: false });
  fastify.get('/*', (request, reply) => answer(request, reply, root));
}

async function answer(request: FastifyRequest, reply: FastifyReply, root: string): Promise<unknown> {
  const name = pathOf(request.url);
  const isPage = path.extname(name) === '' && !name.includes('/.') && !/^\/api(\/|$)/.test(name);
  if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
  if (name.startsWith('/api') || !existsSync(path.join(root, path.normalize(name)))) {
    reply.callNotFound();
    return reply;
  }
  if (name === SERVICE_WORKER) return sendServiceWorker(reply, root);
  const age = name.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
  return reply.header('cache-control', age).sendFile(name.slice(1));
}

/**
 * The service worker keeps the start page with its headers. It bears their digest, so that a setting that changes them (such as
 * another server for map tiles) makes browsers fetch the page again, as a new version does.
 */
async function sendServiceWorker(reply: FastifyReply, root: string): Promise<unknown> {
  const headers = KEPT_HEADERS.map((name) => String(reply.getHeader(name))).join('\n');
  const digest = createHash('sha256').update(headers).digest('hex').slice(0, 16);
  const code = await readFile(path.join(root, SERVICE_WORKER), 'utf8');
  return reply
    .header('cache-control', 'no-cache')
    .type('text/javascript; charset=utf-8')
    .send(code.replace('%HEADERS%', digest));
}

// An address that cannot be decoded names nothing.
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return '/api';
  }
}
