import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NOBODY, type WorkContext } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Clock } from '../kernel/calendar/clock.js';
import { schoolYearName, schoolYearOf } from '../kernel/calendar/school-year.js';
import { PeriodService } from '../reporting/publication/period.service.js';
import type { PublicationPeriodDto, PublicationDto } from '../reporting/publication/publication.dto.js';
import { PublicationService } from '../reporting/publication/publication.service.js';
import { PublishingService } from '../reporting/publication/publishing.service.js';
import { HERNE_KEY } from './city.js';
import { SIGN_INS } from './sign-ins.js';

const LOOK_MS = 500;

/**
 * Publishes the statistics of the school year before, as the demo's coordinator would: prepared by the job, in the background, while the
 * demo can be used already. Where a start was ended too early for that, the next one does it.
 * @param isOver tells that the program ends
 */
export async function publishDemo(
  app: INestApplicationContext,
  isOver: () => boolean,
  log: (line: string) => void,
): Promise<void> {
  const work = await coordinatorOf(app);
  if (!work) return;
  const { publishedId } = await lastYear(app, work);
  if (publishedId !== null) return;
  const prepared = await preparation(app, work, isOver);
  if (!prepared) return;
  const { id, state, version, schoolYear, failure } = prepared;
  const what = `the statistics over children of ${schoolYearName(schoolYear)}`;
  if (state !== 'prepared') {
    log(`Could not publish ${what}: ${failure ?? state}.`);
    return;
  }
  await app.get(PublishingService).publish(work, id, version);
  log(`Published ${what}.`);
}

/** Asks for it unless it is under way, and waits until it is at its end. */
async function preparation(
  app: INestApplicationContext,
  work: WorkContext,
  isOver: () => boolean,
): Promise<PublicationDto | null> {
  const [database, service] = [app.get(Database), app.get(PublicationService)];
  const period = await lastYear(app, work);
  const { schoolYear } = period;
  const [municipalityId = ''] = work.actor.municipalities;
  const id = period.mayPrepare
    ? (await database.run(work, () => service.create({ municipalityId, schoolYear }))).record.id
    : period.preparationId;
  while (id !== null && !isOver()) {
    const publication = await database.run(work, () => service.find(id));
    if (publication.state !== 'waiting' && publication.state !== 'running') return publication;
    await sleep(LOOK_MS, undefined, { ref: false });
  }
  return null;
}

async function lastYear(app: INestApplicationContext, work: WorkContext): Promise<PublicationPeriodDto> {
  const { items } = await app.get(Database).run(work, () => app.get(PeriodService).list({}));
  const year = schoolYearOf(work.today) - 1;
  const period = items.find(({ schoolYear, half }) => schoolYear === year && half === null);
  if (!period) throw new RangeError(`no period for ${year}`);
  return period;
}

/** What the demo's coordinator may, without signing in. */
async function coordinatorOf(app: INestApplicationContext): Promise<WorkContext | null> {
  const email = SIGN_INS.find(({ role }) => role === 'coordinator')?.email;
  const database = app.get(Database);
  const [row] = await database.asSystem(() =>
    database.query<{ accountId: string; municipalityId: string }>(
      `select a.id as "accountId", m.id as "municipalityId" from accounts a, municipalities m where a.email = $1 and m.key = $2`,
      [email, HERNE_KEY],
    ),
  );
  if (!row) return null;
  const { accountId, municipalityId } = row;
  const actor = { ...NOBODY, kind: 'person' as const, accountId, municipalities: [municipalityId] };
  return { actor, today: app.get(Clock).today(), requestId: null, origin: null };
}
