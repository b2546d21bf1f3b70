import type { MailSettings } from './settings.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `smtp://` speaks STARTTLS, `smtps://` TLS from the first byte; `?tls=none` is for a relay in the same closed network. */
export function isSmtpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(value);
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '') return false;
  if (!['', '/'].includes(pathname) || hash !== '') return false;
  return (username === '') === (password === '') && (search === '' || isPlain(value));
}

/** @param url one that `isSmtpUrl` has accepted */
export function mailSettings(url: string, from: string): MailSettings {
  const { protocol, hostname, port, username, password } = new URL(url);
  const encryption = protocol === 'smtps:' ? 'tls' : isPlain(url) ? 'none' : 'starttls';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || { tls: 465, starttls: 587, none: 25 }[encryption]),
    encryption,
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
    from,
  };
}

// A mail on its way through the own machine passes nobody.
function isPlain(url: string): boolean {
  const { protocol, hostname, search } = new URL(url);
  return protocol === 'smtp:' && (search === '?tls=none' || (search === '' && LOOPBACK.has(hostname)));
}
