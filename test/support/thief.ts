import type { Page } from 'playwright-core';

const LOOK = `(async () => {
  const latin = (bytes) => new TextDecoder('latin1').decode(bytes);
  const readable = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return latin(value);
    if (value instanceof CryptoKey) return '[key, extractable: ' + value.extractable + ']';
    if (Array.isArray(value)) return value.map(readable);
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readable(one)]));
    return value;
  };
  const asked = (request) =>
    new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
  const found = {
    local: { ...localStorage }, session: { ...sessionStorage }, history: history.state, title: document.title, cookie: document.cookie,
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    found[name] = {};
    for (const store of database.objectStoreNames) {
      const all = () => database.transaction(store).objectStore(store);
      found[name][store] = readable([await asked(all().getAllKeys()), await asked(all().getAll())]);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found['cache ' + name] = [];
    // The application's own code is no secret, and long.
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      const isCode = pathname.startsWith('/assets/');
      const answer = isCode ? null : await cache.match(request);
      found['cache ' + name].push(request.url, answer && latin(await answer.arrayBuffer()));
    }
  }
  return JSON.stringify(found);
})()`;

/** Everything that can be read on a device by whoever has it, as one text: databases, storages, caches, history, title. */
export function foundByAThief(page: Page): Promise<string> {
  return page.evaluate<string>(LOOK);
}
