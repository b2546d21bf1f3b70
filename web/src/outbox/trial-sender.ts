import { type Api, ifMatch, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { Trial, TrialBody } from './trial';

/**
 * Brings a try to what it shall be. Without an answer nobody knows what has arrived, and meanwhile another value may have been typed
 * under the same id: then what is stored is corrected.
 */
export async function storeTrial(
  api: Api,
  id: string,
  { version, chosen, ...trial }: TrialBody,
): Promise<Trial> {
  if (version !== null) return correct(api, id, version, trial, chosen);
  try {
    return await unwrap(api.POST('/api/trials', { body: { id, ...trial } }));
  } catch (error) {
    const stored = isProblem(error, 'id_reused') ? await find(api, trial.testDayId, id) : undefined;
    if (!stored) throw error;
    return correct(api, id, stored.version, trial);
  }
}

/** Takes a try away; that another device did so before is as good. */
export async function removeTrial(api: Api, id: string, body: TrialBody): Promise<void> {
  const stored = body.version === null ? await find(api, body.testDayId, id) : { version: body.version };
  if (!stored) return;
  try {
    await remove(api, id, stored.version);
  } catch (error) {
    if (isProblem(error, 'not_found')) return;
    const current = error instanceof Problem ? trialIn(error.current) : undefined;
    // Another value was not meant.
    if (!current || !saysTheSame(current, body)) throw error;
    await remove(api, id, current.version);
  }
}

function remove(api: Api, id: string, version: number): Promise<unknown> {
  return unwrap(api.DELETE('/api/trials/{id}', { params: { path: { id }, header: ifMatch({ version }) } }));
}

async function correct(
  api: Api,
  id: string,
  version: number,
  trial: Omit<TrialBody, 'version' | 'chosen'>,
  chosen?: TrialBody['chosen'],
): Promise<Trial> {
  const { value, valid, confirmed } = trial;
  const params = { path: { id }, header: ifMatch({ version }) };
  try {
    const body = { value, valid, confirmed, ...(chosen && { chosen }) };
    return await unwrap(api.PATCH('/api/trials/{id}', { params, body }));
  } catch (error) {
    // Somebody took it away: what was typed here is still worth storing.
    if (isProblem(error, 'not_found')) return unwrap(api.POST('/api/trials', { body: { id, ...trial } }));
    const current = error instanceof Problem ? trialIn(error.current) : undefined;
    if (current && saysTheSame(current, trial)) return current;
    throw error;
  }
}

async function find(api: Api, testDayId: string, id: string): Promise<Trial | undefined> {
  const sheet = await unwrap(api.GET('/api/test-days/{id}/sheet', { params: { path: { id: testDayId } } }));
  return sheet.children
    .flatMap(({ results }) => results)
    .flatMap(({ trials }) => trials)
    .find((trial) => trial.id === id);
}

/** The stored try that a refusal names, if it names one. */
export function trialIn(current: unknown): Trial | undefined {
  return isTrial(current) ? current : undefined;
}

/** Two devices noted the same. */
export function saysTheSame(a: Pick<Trial, 'value' | 'valid'>, b: Pick<Trial, 'value' | 'valid'>): boolean {
  return a.valid === b.valid && a.value === b.value;
}

function isTrial(value: unknown): value is Trial {
  return (
    typeof value === 'object' && value !== null && 'id' in value && 'version' in value && 'valid' in value
  );
}

function isProblem(error: unknown, code: string): boolean {
  return error instanceof Problem && error.code === code;
}
