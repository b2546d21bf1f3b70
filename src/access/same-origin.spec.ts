import { describe, expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isSameOrigin } from './same-origin.js';

const PUBLIC_URL = 'https://olympia.example';

function request(method: string, headers: Record<string, string>): FastifyRequest {
  return { method, headers: { host: 'olympia.example', ...headers } } as unknown as FastifyRequest;
}

describe('a request that changes something', () => {
  test.each<[string, Record<string, string>]>([
    ['the browser says it comes from our own pages', { 'sec-fetch-site': 'same-origin' }],
    ['its origin is the public address', { origin: PUBLIC_URL }],
    ['its origin is the host that was asked', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
  ])('is let through when %s', (_, headers) => {
    expect(isSameOrigin(request('POST', headers), PUBLIC_URL)).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['it does not say where it comes from', {}],
    ['it comes from another site', { 'sec-fetch-site': 'cross-site' }],
    ['it comes from a neighbour', { 'sec-fetch-site': 'same-site', origin: PUBLIC_URL }],
    ['the browser says it comes from nowhere', { 'sec-fetch-site': 'none' }],
    ['the browser knows better than the origin', { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }],
    ['its origin is foreign', { origin: 'https://elsewhere.example' }],
    ['its origin only begins like ours', { origin: 'https://olympia.example.elsewhere.example' }],
    ['its origin has another port', { origin: 'https://olympia.example:8443' }],
    ['its origin is hidden', { origin: 'null' }],
    ['its origin is none', { origin: '' }],
  ])('is refused when %s', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect(isSameOrigin(request(method, headers), PUBLIC_URL)).toBe(false);
  });

  test.each(['GET', 'HEAD', 'OPTIONS'])('is none for %s, which may come from anywhere', (method) => {
    expect(isSameOrigin(request(method, { 'sec-fetch-site': 'cross-site' }), PUBLIC_URL)).toBe(true);
  });
});
