import { existsSync } from 'node:fs';
import path from 'node:path';
import type {} from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const YEAR_SECONDS = 31_536_000;

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
  const age = name.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
  return reply.header('cache-control', age).sendFile(name.slice(1));
}

// An address that cannot be decoded names nothing.
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return '/api';
  }
}
