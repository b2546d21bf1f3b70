import { type Api, ifMatch, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { Activity, ActivityChange } from '../api/types';
import type { ActivityBody, ActivityChangeBody } from './entry';
import { saysAllOf } from './same-content';

/** Stores an activity under its id; sending again answers with the stored one. */
export function storeActivity(
  api: Api,
  id: string,
  { version: _, ...body }: ActivityBody,
): Promise<Activity> {
  return unwrap(api.POST('/api/activities', { body: { ...body, id } }));
}

/**
 * Makes sure that it is not there, whether it has arrived or not: stored and deleted, so that an earlier attempt that is still on its way
 * meets its id and brings nothing back.
 */
export async function removeActivity(api: Api, id: string, body: ActivityBody): Promise<void> {
  if (body.version !== undefined) return removeStored(api, id, body.version);
  const header = ifMatch(await storedAnyway(api, id, body));
  await unwrap(api.DELETE('/api/activities/{id}', { params: { path: { id }, header } }));
}

/** That it is gone already is as good. @throws Problem 412 if somebody has changed it meanwhile: that was not meant */
async function removeStored(api: Api, id: string, version: number): Promise<void> {
  try {
    const params = { path: { id }, header: ifMatch({ version }) };
    await unwrap(api.DELETE('/api/activities/{id}', { params }));
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
  }
}

/** What is stored, perhaps with other words than these. */
async function storedAnyway(api: Api, id: string, body: ActivityBody): Promise<Activity> {
  try {
    return await storeActivity(api, id, body);
  } catch (error) {
    if (isProblem(error, 'id_reused')) return read(api, id);
    throw error;
  }
}

/** Changes an activity; that it says so already is as good: the answer to an earlier attempt was lost. */
export async function changeActivity(api: Api, id: string, body: ActivityChangeBody): Promise<Activity> {
  const { version, changes } = body;
  if (Object.keys(changes).length === 0) return restored(api, id, version);
  try {
    return await patch(api, id, version, changes);
  } catch (error) {
    const current = error instanceof Problem ? activityIn(error.current) : undefined;
    const { conflict: _, ...fields } = changes;
    if (current && saysAllOf(fields, current)) return current;
    throw error;
  }
}

/** A change of nothing: somebody did not want to delete it after all, and perhaps the deletion has arrived. */
async function restored(api: Api, id: string, version: number): Promise<Activity> {
  try {
    return await read(api, id);
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
    // Deleting was a change like any other.
    const params = { path: { id }, header: ifMatch({ version: version + 1 }) };
    return unwrap(api.POST('/api/activities/{id}/restore', { params }));
  }
}

/** Makes sure that a change is not there; what somebody else has written since then stays. */
export async function changeActivityBack(
  api: Api,
  id: string,
  { changes, base }: ActivityChangeBody,
): Promise<void> {
  const stored = await read(api, id);
  if (!saysAllOf(changes, stored)) return;
  const before = Object.fromEntries(Object.entries(base).filter(([field]) => field in changes));
  await patch(api, id, stored.version, before);
}

function patch(api: Api, id: string, version: number, body: ActivityChange): Promise<Activity> {
  const params = { path: { id }, header: ifMatch({ version }) };
  return unwrap(api.PATCH('/api/activities/{id}', { params, body }));
}

function read(api: Api, id: string): Promise<Activity> {
  return unwrap(api.GET('/api/activities/{id}', { params: { path: { id } } }));
}

/** The stored activity that a refusal names, if it names one. */
export function activityIn(current: unknown): Activity | undefined {
  return isActivity(current) ? current : undefined;
}

function isActivity(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && 'heldOn' in value && 'version' in value;
}

function isProblem(error: unknown, code: string): boolean {
  return error instanceof Problem && error.code === code;
}
