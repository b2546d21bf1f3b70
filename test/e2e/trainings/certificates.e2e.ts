import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Answer } from '../../support/client.js';
import { rowsOf } from '../../support/rows.js';
import { Stage } from '../../support/stage.js';
import { type Course, Courses, type Registered } from './support.js';

interface Shown {
  id: string;
  personName: string;
  number: string;
  kind: string;
  state: string;
  teachingUnits: number;
  version: number;
}

let stage: Stage;
let courses: Courses;

beforeAll(async () => {
  stage = await Stage.open();
  courses = new Courses(stage);
});
afterAll(() => stage.close());
afterEach(() => stage.db.query('delete from sign_in_throttles'));

const issue = (course: Course, more: object = {}): Promise<Answer> =>
  stage.as('coordinator').post('/api/certificates', { trainingId: course.id, ...more });
async function listed(course: Course, by: Parameters<Stage['as']>[0] = 'coordinator'): Promise<Shown[]> {
  const { json } = await stage.as(by).get(`/api/certificates?trainingId=${course.id}`);
  return json['items'] as unknown as Shown[];
}
async function codeOf({ id }: { id: string }): Promise<string> {
  const [row] = await rowsOf<{ code: string }>(
    stage.db,
    `select facts ->> 'code' as code from certificates where id = $1`,
    [id],
  );
  return row!.code;
}
const verify = (code: string): Promise<Answer> =>
  stage.app.client().post('/api/certificates/verify', { code });
const here = (person: Registered, course: Course, session: number, minutes?: number): object => ({
  ...{ registrationId: person.id, sessionId: course.sessions[session], state: 'present', minutes },
});

describe('after the last session', () => {
  test('everybody who attended gets one: at the threshold a certificate, one minute below it the hours', async () => {
    const course = await courses.open([-8, -1], { thresholdPercent: 80 });
    const [full, exact, below, nobody] = [
      await courses.register(course, 'Ada Voll'),
      await courses.register(course, 'Bea Genau'),
      await courses.register(course, 'Cem Knapp'),
      await courses.register(course, 'Dora Fort'),
    ];
    // 80 % of 360 minutes are 288.
    await courses.tick(course, [
      ...[here(full, course, 0), here(full, course, 1)],
      ...[here(exact, course, 0), here(exact, course, 1, 108)],
      ...[here(below, course, 0), here(below, course, 1, 107)],
      ...[0, 1].map((at) => ({ registrationId: nobody.id, sessionId: course.sessions[at], state: 'absent' })),
    ]);
    expect((await issue(course)).json).toEqual({ issued: 3 });
    const certificates = await listed(course);
    expect(
      certificates.map(({ personName, kind, teachingUnits, state }) => [
        personName,
        kind,
        teachingUnits,
        state,
      ]),
    ).toEqual([
      ['Cem Knapp', 'hours', 6.4, 'good'],
      ['Bea Genau', 'participation', 6.4, 'good'],
      ['Ada Voll', 'participation', 8, 'good'],
    ]);
    expect((await stage.trail('certificate.issue')).map(({ object_id }) => object_id).sort()).toEqual(
      certificates.map(({ id }) => id).sort(),
    );
  });

  test('asking again makes none again; somebody ticked off later gets theirs', async () => {
    const course = await courses.open([-1]);
    const [ada, bea] = [await courses.register(course, 'Ada'), await courses.register(course, 'Bea')];
    await courses.tick(course, [here(ada, course, 0), { ...here(bea, course, 0), state: 'absent' }]);
    expect((await issue(course)).json).toEqual({ issued: 1 });
    expect((await issue(course)).json).toEqual({ issued: 0 });
    await courses.tick(course, [{ ...here(bea, course, 0), version: 1 }]);
    expect((await issue(course)).json).toEqual({ issued: 1 });
    expect((await listed(course)).map(({ personName }) => personName)).toEqual(['Bea', 'Ada']);
  });

  test('gaps in the list are asked about first', async () => {
    const course = await courses.open([-2, -1]);
    const ada = await courses.register(course, 'Ada');
    await courses.tick(course, [here(ada, course, 0)]);
    const asked = await issue(course);
    expect([asked.status, asked.json['code']]).toEqual([409, 'attendance_open']);
    expect(asked.json['title']).toContain('fehlt noch ein Eintrag');
    expect((await issue(course, { despiteOpenMarks: true })).json).toEqual({ issued: 1 });
  });

  test('and not before it', async () => {
    const course = await courses.open([0, 1]);
    const ada = await courses.register(course, 'Ada');
    await courses.tick(course, [here(ada, course, 0)]);
    const early = await issue(course);
    expect([early.status, early.json['code']]).toEqual([409, 'training_not_over']);
  });

  test('who just came gets one as well', async () => {
    const course = await courses.open([0]);
    const { json } = await stage.as('coordinator').post(`/api/trainings/${course.id}/walk-ins`, {
      ...{ institutionId: stage.city.houses.kita.id, name: 'Ella Spontan' },
    });
    await courses.tick(course, [
      { registrationId: json['id'], sessionId: course.sessions[0], state: 'present' },
    ]);
    expect((await issue(course)).json).toEqual({ issued: 1 });
    expect((await listed(course))[0]).toMatchObject({ personName: 'Ella Spontan', kind: 'participation' });
  });
});

describe('numbers', () => {
  test('have no gaps and no doubles, whoever issues at the same time', async () => {
    const crowd: Course[] = [];
    for (let number = 0; number < 6; number += 1) {
      const course = await courses.open([-1]);
      const marks = [];
      for (const name of ['Ada', 'Bea', 'Cem'])
        marks.push(here(await courses.register(course, name), course, 0));
      await courses.tick(course, marks);
      crowd.push(course);
    }
    const answers = await Promise.all([...crowd, ...crowd].map((course) => issue(course)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const issued = answers.map(({ json }) => json['issued'] as number);
    expect(issued.reduce((total, count) => total + count, 0)).toBe(18);
    const rows = await rowsOf<{ number: number; last: number }>(
      stage.db,
      `select c.number, n.last from certificates c join certificate_numbers n using (municipality_id, year) order by 1`,
    );
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1));
    expect(rows[0]!.last).toBe(rows.length);
  });
});

describe('a certificate', () => {
  let course: Course;
  let ada: Registered;
  let certificate: Shown;

  beforeEach(async () => {
    course = await courses.open([-8, -1], { title: 'Bewegte Pause für alle', contents: 'Spiele' });
    ada = await courses.register(course, 'Özlem Nguyễn');
    await courses.tick(course, [here(ada, course, 0), here(ada, course, 1)]);
    await issue(course);
    certificate = (await listed(course))[0]!;
  });

  const correct = async (): Promise<void> => {
    const sessionId = course.sessions[1];
    await courses.tick(course, [{ registrationId: ada.id, sessionId, state: 'absent', version: 1 }]);
  };
  const reissue = (body: object, version = certificate.version): Promise<Answer> =>
    stage.as('coordinator').post(`/api/certificates/${certificate.id}/reissue`, body, { version });

  test('opens as a PDF that says what was attended, twice the same', async () => {
    const path = `/api/certificates/${certificate.id}/document.pdf`;
    const [one, two] = [await stage.as('coordinator').get(path), await stage.as('lead').get(path)];
    expect([one.status, one.headers['content-type'], one.headers['content-disposition']]).toEqual([
      ...[200, 'application/pdf', `inline; filename="teilnahmebescheinigung_${certificate.number}.pdf"`],
    ]);
    expect(one.bytes.equals(two.bytes)).toBe(true);
    const [text] = await pagesOf(one.bytes);
    expect(text).toContain('Özlem Nguyễn hat an der Fortbildung Bewegte Pause für alle teilgenommen.');
    expect(text).toContain('Umfang 8,0 Unterrichtseinheiten');
    expect(text).toContain(await codeOf(certificate));
    expect(text).toContain('Stadt Herne');
  });

  test('is out of date once attendance is corrected; a new one takes its place and the old code is no longer valid', async () => {
    const old = await codeOf(certificate);
    expect((await verify(old)).json).toMatchObject({ valid: true, teachingUnits: 8 });
    await correct();
    expect((await listed(course))[0]).toMatchObject({ state: 'outdated', teachingUnits: 8 });

    const answer = await reissue({ reason: 'Anwesenheit berichtigt' });
    expect(answer.status).toBe(201);
    const [fresh, ended] = (await listed(course)) as [Shown, Shown];
    expect(fresh).toMatchObject({ state: 'good', kind: 'hours', teachingUnits: 4, id: answer.json['id'] });
    expect(ended).toMatchObject({
      id: certificate.id,
      state: 'replaced',
      endedReason: 'Anwesenheit berichtigt',
    });
    expect((await verify(old)).json).toEqual({ valid: false, title: null, days: null, teachingUnits: null });
    expect((await verify(await codeOf(fresh))).json).toMatchObject({ valid: true, teachingUnits: 4 });
    const gone = await stage.as('coordinator').get(`/api/certificates/${certificate.id}/document.pdf`);
    expect([gone.status, gone.json['code']]).toEqual([409, 'certificate_ended']);
    const actions = ['certificate.replace', 'certificate.reissue'];
    for (const [i, { id }] of [certificate, fresh].entries()) {
      expect((await stage.trail(actions[i]!)).filter(({ object_id }) => object_id === id)).toHaveLength(1);
    }
    const text = await pagesOf(
      (await stage.as('coordinator').get(`/api/certificates/${fresh.id}/document.pdf`)).bytes,
    );
    expect(text[0]).toContain(`ersetzt Nr. ${certificate.number}`);
  });

  test('reissued twice by the same request is reissued once', async () => {
    const body = { id: randomUUID(), reason: 'Name berichtigt' };
    const [one, two] = [await reissue(body), await reissue(body)];
    expect([one.status, two.status, two.json['id']]).toEqual([201, 200, body.id]);
    expect(await listed(course)).toHaveLength(2);
    const other = await reissue({ ...body, reason: 'Anders' });
    expect([other.status, other.json['code']]).toEqual([422, 'id_reused']);
  });

  test('is not reissued from an old version, nor once it has ended, nor where nothing was attended', async () => {
    expect((await reissue({ reason: 'Grund' }, 7)).status).toBe(412);
    await correct();
    await courses.tick(course, [
      { registrationId: ada.id, sessionId: course.sessions[0], state: 'absent', version: 1 },
    ]);
    expect((await reissue({ reason: 'Grund' })).json['code']).toBe('nothing_attended');
    const withdrawn = await stage
      .as('coordinator')
      .post(`/api/certificates/${certificate.id}/withdraw`, { reason: 'Verwechslung' }, { version: 1 });
    expect([withdrawn.status, withdrawn.json['state']]).toEqual([200, 'withdrawn']);
    expect((await reissue({ reason: 'Grund' }, 2)).json['code']).toBe('certificate_ended');
    expect((await verify(await codeOf(certificate))).json['valid']).toBe(false);
  });

  test('stays as it was whatever becomes of the training and the person', async () => {
    await stage.db.query(`update trainings set title = 'Umbenannt' where id = $1`, [course.id]);
    await stage.db.query(`update staff_members set name = 'Anders' where id = $1`, [ada.staffMemberId]);
    await stage.db.query('update staff_positions set until = current_date - 1 where staff_member_id = $1', [
      ada.staffMemberId,
    ]);
    const { bytes } = await stage.as('lead').get(`/api/certificates/${certificate.id}/document.pdf`);
    expect((await pagesOf(bytes))[0]).toContain('Özlem Nguyễn hat an der Fortbildung Bewegte Pause für alle');
    expect((await listed(course))[0]).toMatchObject({ state: 'good' });
  });

  test('is for the person, the lead of the house and the coordinators, and for nobody else', async () => {
    await stage.db.query('update staff_members set account_id = null where account_id is not null');
    await stage.db.query('update staff_members set account_id = $1 where id = $2', [
      ...[stage.city.people.educator.id, ada.staffMemberId],
    ]);
    const path = `/api/certificates/${certificate.id}/document.pdf`;
    const all = [
      'coordinator',
      'lead',
      'educator',
      'colleague',
      'schoolLead',
      'coach',
      'programmeLead',
    ] as const;
    const statuses = [];
    for (const by of [...all, 'administrator', 'distantCoordinator'] as const) {
      statuses.push((await stage.as(by).get(path)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 404, 404, 403, 403, 403, 404]);
    const mine = await stage.as('educator').get('/api/certificates?mine=true');
    expect(mine.json['items']).toMatchObject([{ id: certificate.id, mine: true }]);
    expect(JSON.stringify(mine.json)).not.toContain(await codeOf(certificate));
  });
});

describe('all certificates of a training', () => {
  test('are one PDF, by name; a lead gets those of the team', async () => {
    const course = await courses.open([-1]);
    const marks = [];
    for (const [name, house] of [
      ['Zora', 'kita'],
      ['Ärmin', 'kita'],
      ['Bea', 'school'],
    ] as const) {
      marks.push(here(await courses.register(course, name, { house }), course, 0));
    }
    await courses.tick(course, marks);
    const path = `/api/trainings/${course.id}/certificates.pdf`;
    expect((await stage.as('coordinator').get(path)).status).toBe(404);
    await issue(course);
    const whole = await pagesOf((await stage.as('coordinator').get(path)).bytes);
    expect(whole.map((text) => /(Zora|Ärmin|Bea) hat/.exec(text)?.[1])).toEqual(['Ärmin', 'Bea', 'Zora']);
    const team = await pagesOf((await stage.as('lead').get(path)).bytes);
    expect(team.map((text) => /(Zora|Ärmin|Bea) hat/.exec(text)?.[1])).toEqual(['Ärmin', 'Zora']);
    expect((await stage.trail('certificate.export')).map(({ object_id }) => object_id)).toEqual([
      ...[course.id, course.id],
    ]);
  });
});

describe('the page that verifies', () => {
  test('says whether, what and how much: no name, no number, nothing else', async () => {
    const course = await courses.open([-8, -1], { title: 'Bewegte Pause' });
    const ada = await courses.register(course, 'Geheime Person');
    await courses.tick(course, [here(ada, course, 0), here(ada, course, 1)]);
    await issue(course);
    const [certificate] = (await listed(course)) as [Shown];
    const code = await codeOf(certificate);
    const { json, text } = await verify(code);
    expect(Object.keys(json).sort()).toEqual(['days', 'teachingUnits', 'title', 'valid']);
    expect(json).toMatchObject({ valid: true, title: 'Bewegte Pause', teachingUnits: 8 });
    expect(json['days']).toHaveLength(2);
    for (const secret of ['Geheime', certificate.number, certificate.id, ada.id])
      expect(text).not.toContain(secret);
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o')]) {
      expect((await verify(typed)).json['valid']).toBe(true);
    }
  });

  test('answers an unknown code, nonsense and an ended one in the same way', async () => {
    const answers = [];
    for (const code of ['7K3M-9QRT-01AB-CDEF-GH0J', 'x', "' or 1=1 --", '%', '💚'.repeat(20)]) {
      const { status, json, headers } = await verify(code);
      answers.push({ status, json, type: headers['content-type'], length: headers['content-length'] });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, json: { valid: false, title: null } });
  });

  test('brakes who guesses, also many at once, and not who shows good ones', async () => {
    const course = await courses.open([-1]);
    await courses.tick(course, [here(await courses.register(course, 'Ada'), course, 0)]);
    await issue(course);
    const [certificate] = (await listed(course)) as [Shown];
    const good = await codeOf(certificate);
    for (let number = 0; number < 40; number += 1) expect((await verify(good)).status).toBe(200);
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, i) => verify(`AAAA-${i}`)));
    expect(guesses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(31);
    const [braked] = guesses.filter(({ status }) => status === 429);
    expect(braked!.json['code']).toBe('too_many_attempts');
    expect(Number(braked!.headers['retry-after'])).toBeGreaterThan(0);
  });
});

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await document.destroy();
  return texts;
}
