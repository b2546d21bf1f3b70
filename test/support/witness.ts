import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Of a page, and of the requests before: enough to see what a person would have seen. */
const LETTERS = 1_200;
const REQUESTS = 25;

/**
 * Says what the pages of a failing test show and what the server answered last: a fault that comes once in a hundred runs is known by
 * nothing else. `product-environment.mjs` asks for it while the pages are still open.
 */
export function witness(browser: Browser, serverLog: () => string): void {
  const scope = globalThis as { tellOfFailure?: () => Promise<void> };
  scope.tellOfFailure = async () => {
    for (const page of browser.contexts().flatMap((context: BrowserContext) => context.pages()))
      say(`${page.url()} shows:\n${await shownBy(page)}`);
    say(`The last requests:\n${requestsIn(serverLog()).join('\n')}`);
  };
}

/** What is written on it, which buttons turn a wheel, what stands in the fields, which version of the application it has, and who is busy. */
const SHOWN = `(async () => [
  document.body.innerText,
  ...[...document.querySelectorAll('[data-loading]')].map((button) => 'busy: ' + button.textContent),
  ...[...document.querySelectorAll('input:checked, textarea, input[type=text]')].map((field) => 'field: ' + field.value),
  ...((await navigator.serviceWorker?.getRegistrations()) ?? []).flatMap(({ installing, waiting, active }) =>
    [installing, waiting, active].filter(Boolean).map((worker) => 'service worker: ' + worker.state)),
  ...((await navigator.locks?.query())?.held ?? []).map((lock) => 'lock: ' + lock.name),
].join('\\n'))()`;

async function shownBy(page: Page): Promise<string> {
  try {
    const shown = await page.evaluate<string>(SHOWN);
    const text = shown.replaceAll(/\n\s*\n/g, '\n');
    // What is laid over the page, such as dialogs and messages, stands at the end.
    return text.length <= 2 * LETTERS ? text : `${text.slice(0, LETTERS)}\n…\n${text.slice(-LETTERS)}`;
  } catch (error) {
    return String(error);
  }
}

function requestsIn(log: string): string[] {
  const requests = log.split('\n').filter((line) => line.includes('"route"'));
  return requests.length > 0 ? requests.slice(-REQUESTS) : ['none that the server has noted'];
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
