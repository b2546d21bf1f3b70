import type { Answer, Client } from '../../support/client.js';
import type { Route } from '../../support/openapi.js';

/** What is open to people whose role asks for a second factor that they have not set up yet. Said here a second time, as the roles are. */
const OPEN = [
  'Session_get',
  'Session_remove',
  'SecondFactor_get',
  'SecondFactor_start',
  'SecondFactor_confirm',
];

/** Whether the operation is refused to them. */
export function asksForSecondFactor({ operationId, access }: Route): boolean {
  return !access.includes('public') && !OPEN.includes(operationId);
}

/** Asks it as if it were for nobody's record in particular. */
export function askPlainly(client: Client, { method, path }: Route): Promise<Answer> {
  return client.send(method, path.replace('{id}', '00000000-0000-4000-8000-000000000000'));
}
