import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CANARY, type City, type HouseKey } from './city.js';
import { insertRow, rowsOf } from './rows.js';
import type { TrainingRows } from './training-rows.js';

export interface CertificateRows {
  /** One for each registration of the city. */
  certificates: Record<keyof TrainingRows['registrations'], string>;
}

const HOUSE_OF: Record<keyof TrainingRows['registrations'], HouseKey> = {
  educator: 'kita',
  floater: 'school',
  distantEducator: 'distant',
};

/** Everybody who is registered was there and holds a certificate; each says a canary. */
export async function addCertificateRows(
  db: pg.Client,
  city: City,
  { registrations }: TrainingRows,
): Promise<CertificateRows> {
  const certificates: Partial<CertificateRows['certificates']> = {};
  const numbers: Record<string, number> = {};
  for (const [key, registrationId] of Object.entries(registrations)) {
    const name = key as keyof TrainingRows['registrations'];
    const { id: institutionId, municipalityId } = city.houses[HOUSE_OF[name]];
    const number = (numbers[municipalityId] = (numbers[municipalityId] ?? 0) + 1);
    // The open training bears its municipality's id.
    const place = { institutionId, registrationId, trainingId: municipalityId, municipalityId };
    certificates[name] = await addCertificate(db, city, place, number);
  }
  for (const [municipalityId, last] of Object.entries(numbers)) {
    await insertRow(db, 'certificate_numbers', { municipalityId, year: yearOf(city), last });
  }
  return { certificates: certificates as CertificateRows['certificates'] };
}

interface Place {
  institutionId: string;
  registrationId: string;
  trainingId: string;
  municipalityId: string;
}

async function addCertificate(db: pg.Client, city: City, place: Place, number: number): Promise<string> {
  const { institutionId, registrationId, trainingId } = place;
  const [session] = await rowsOf<{ id: string; day: string }>(
    db,
    'select id, held_on::text as day from training_sessions where training_id = $1',
    [trainingId],
  );
  const { id: sessionId, day: date } = session!;
  const mark = { state: 'present', minutes: 360 };
  await insertRow(db, 'training_attendances', {
    ...{ institutionId, id: randomUUID(), registrationId, sessionId, ...mark },
  });
  const attended = { sessions: [{ date, startsAt: '09:00', endsAt: '16:00', minutes: 360 }] };
  const minutes = { attendedMinutes: 360, totalMinutes: 360, thresholdPercent: 80 };
  const year = yearOf(city);
  const paper = { issuer: 'Stadt', issuedOn: city.today, number: `${year}-000${number}`, code: CODE };
  const empty = { contents: null, focusArea: null, trainerName: null, trainerQualification: null };
  const facts = {
    ...{ ...attended, ...minutes, ...paper, ...empty, place: null, replaces: null, title: 'Bewegte Pause' },
    personName: `${CANARY}-BESCHEINIGT-${registrationId}`,
  };
  const id = randomUUID();
  await insertRow(db, 'certificates', {
    ...{ ...place, id, year, number, codeHash: randomBytes(32), facts: JSON.stringify(facts) },
  });
  return id;
}

const CODE = '7K3M-9QRT-01AB-CDEF-GH0J';

function yearOf({ today }: City): number {
  return Number(today.slice(0, 4));
}
