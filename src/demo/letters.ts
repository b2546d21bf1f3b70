import type { INestApplicationContext } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { RegistrationLetters } from '../training/registrations/registration-letters.js';
import { TrainingRepository } from '../training/trainings/training.repository.js';

interface Registered {
  trainingId: string;
  confirmed: string[];
  waiting: string[];
}

/** What people of the demo city have been told about the trainings to come, in the product's own words; it has no mail server, so all of it "would be sent". */
export async function writeLetters(app: INestApplicationContext, database: Database): Promise<void> {
  const letters = app.get(RegistrationLetters);
  for (const { trainingId, confirmed, waiting } of await listRegistered(database)) {
    const training = await app.get(TrainingRepository).find(trainingId);
    if (!training) continue;
    await letters.tellConfirmed(training, confirmed);
    await letters.tellWaiting(training, waiting);
  }
  await dateBack(database);
}

async function listRegistered(database: Database): Promise<Registered[]> {
  return database.query<Registered>(
    `select r.training_id as "trainingId", coalesce(array_agg(r.id) filter (where r.state = 'confirmed'), '{}') as confirmed,
       coalesce(array_agg(r.id) filter (where r.state = 'waiting'), '{}') as waiting
     from training_registrations r join trainings t on t.id = r.training_id
     where t.state in ('open', 'closed') group by r.training_id order by r.training_id`,
  );
}

/** Each was written when its person registered. */
async function dateBack(database: Database): Promise<void> {
  await database.query(
    `update mail_outbox m set created_at = r.created_at, due_at = r.created_at
     from training_registrations r join staff_members s on s.id = r.staff_member_id left join accounts a on a.id = s.account_id
     where m.recipient_address = coalesce(s.email, a.email) and right(m.letter->>'link', 36) = r.training_id::text`,
  );
}
