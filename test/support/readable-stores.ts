import type { Page } from 'playwright-core';

const LOOK = `(async () => {
  const readable = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      return new TextDecoder('latin1').decode(value);
    if (value instanceof CryptoKey) return '[key, extractable: ' + value.extractable + ']';
    if (Array.isArray(value)) return value.map(readable);
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readable(one)]));
    return value;
  };
  const asked = (request) =>
    new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
  const found = { local: { ...localStorage }, session: { ...sessionStorage }, history: history.state, title: document.title };
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    found[name] = {};
    for (const store of database.objectStoreNames)
      found[name][store] = readable(await asked(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found['cache ' + name] = (await cache.keys()).map(({ url }) => url);
  }
  return JSON.stringify(found);
})()`;

/** Everything that can be read on a device by whoever has it, as one text: stores, caches, history, title. */
export function foundByAThief(page: Page): Promise<string> {
  return page.evaluate<string>(LOOK);
}
