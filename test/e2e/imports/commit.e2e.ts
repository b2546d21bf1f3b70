import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertRow, rowsOf } from '../../support/rows.js';
import { Desk, kitas } from './support.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk.close());

const idOf = async (code: string): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(desk.db, 'select id from institutions where short_code = $1', [
    code,
  ]);
  return row!.id;
};

describe('a commit', () => {
  test('writes new and changed, leaves empty cells alone, and the same file again changes nothing', async () => {
    const file = kitas(
      { code: 'A1', name: 'Kita A', phone: '02323 111', places: 20 },
      { code: 'A2', name: 'Kita B' },
    );
    const done = await desk.done(file);
    expect(done).toMatchObject({
      state: 'done',
      result: { created: 2, changed: 0, unchanged: 0, skipped: 0 },
      totals: { new: 2 },
    });
    expect(done.committedAt).not.toBeNull();
    const id = await idOf('A1');
    const client = desk.as('coordinator');
    expect((await client.get(`/api/institutions/${id}`)).json).toMatchObject({
      name: 'Kita A',
      providerKind: 'awo',
      districtName: 'Süden',
      legalRegime: 'dsgvo',
      familyCentre: false,
      places: 20,
      version: 1,
      participation: null,
    });

    const again = await desk.done(file);
    expect(again.result).toEqual({ created: 0, changed: 0, unchanged: 2, skipped: 0 });

    const next = kitas({ code: 'A1', name: 'Kita A (neu)', places: 25 });
    const draft = (await desk.upload(next)).json;
    expect((await desk.rows(draft.id))[0]!.changes).toEqual([
      { field: 'name', old: 'Kita A', new: 'Kita A (neu)' },
      { field: 'places', old: 20, new: 25 },
    ]);
    await desk.commit(draft);
    expect((await client.get(`/api/institutions/${id}`)).json).toMatchObject({
      name: 'Kita A (neu)',
      places: 25,
      phone: '02323 111',
      version: 2,
    });
  });

  test('is in the audit trail: once itself, once for each institution, in the name of who did it', async () => {
    const { id } = await desk.done(kitas({ code: 'T1', name: 'Kita T1' }, { code: 'T2', name: 'Kita T2' }));
    const events = await rowsOf<{ action: string; actor: string; own: boolean; fields: string[] }>(
      desk.db,
      `select action, actor_id as actor, chain = institution_id as own, fields from audit_events
       where object_id = $1 or object_id = any ($2) order by action`,
      [id, [await idOf('T1'), await idOf('T2')]],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'import.commit',
      'import.create',
      'institution.create',
      'institution.create',
    ]);
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([desk.city.people.coordinator.id]));
    expect(events[2]).toMatchObject({
      own: true,
      fields: ['shortCode', 'name', 'kind', 'districtId', 'providerKind'],
    });
  });

  test('sent twice is done once', async () => {
    const draft = (await desk.upload(kitas({ code: 'W1', name: 'Kita W1' }))).json;
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.commit(draft)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await desk.count('institutions', `short_code = 'W1'`)).toBe(1);
    expect(await desk.count('audit_events', `action = 'import.commit' and object_id = $1`, [draft.id])).toBe(
      1,
    );
  });

  test('of the same file from two windows, and by two people, at once writes once', async () => {
    const file = kitas(...Array.from({ length: 50 }, (_, i) => ({ code: `V${i}`, name: `Kita V${i}` })));
    const drafts = [
      (await desk.upload(file)).json,
      (await desk.upload(file)).json,
      (await desk.upload(file, { by: 'administrator' })).json,
    ];
    const answers = await Promise.all([
      desk.commit(drafts[0]!),
      desk.commit(drafts[1]!),
      desk.commit(drafts[2]!, { by: 'administrator' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ json }) => json.result!.created).sort((a, b) => a - b)).toEqual([0, 0, 50]);
    expect(await desk.count('institutions', `short_code ~ '^V[0-9]+$'`)).toBe(50);
  });

  test('of a preview that is no longer true renews it instead of writing over what came between', async () => {
    await desk.done(
      kitas({ code: 'O1', name: 'Kita O', phone: '02323 1000' }, { code: 'O2', name: 'Kita P' }),
    );
    const draft = (
      await desk.upload(
        kitas({ code: 'O1', name: 'Kita O', phone: '02323 2000' }, { code: 'O2', name: 'Kita Q' }),
      )
    ).json;
    const id = await idOf('O1');
    await desk.as('coordinator').patch(`/api/institutions/${id}`, { phone: '02323 3000' }, 1);

    const refused = await desk.commit(draft);
    expect(refused.status).toBe(409);
    expect(refused.json.code).toBe('preview_outdated');
    expect(await desk.count('institutions', `name = 'Kita Q'`)).toBe(0);
    expect((await desk.commit(draft)).status).toBe(412);

    const renewed = (await desk.as('coordinator').get<typeof draft>(`/api/imports/${draft.id}`)).json;
    expect((await desk.rows(draft.id))[0]!.changes).toEqual([
      { field: 'phone', old: '02323 3000', new: '02323 2000' },
    ]);
    expect((await desk.commit(renewed)).json.result).toMatchObject({ changed: 2 });
  });

  test('needs the version, and a body with a choice', async () => {
    const { id, version } = (await desk.upload(kitas({ code: 'N1', name: 'Kita N' }))).json;
    const client = desk.as('coordinator');
    const path = `/api/imports/${id}/commit`;
    expect((await client.post(path, { onlyGood: false })).status).toBe(428);
    expect((await client.post(path, { onlyGood: false }, { version: version + 1 })).status).toBe(412);
    expect((await client.post(path, {}, { version })).status).toBe(422);
    expect((await client.post(path, { onlyGood: 'ja' }, { version })).status).toBe(422);
    expect((await client.post(path, { onlyGood: true, all: true }, { version })).status).toBe(400);
    expect(await desk.count('institutions', `short_code = 'N1'`)).toBe(0);
  });

  test('that fails in the middle leaves nothing half-written', async () => {
    const draft = (await desk.upload(kitas({ code: 'F1', name: 'Kita F1' }, { code: 'F2', name: 'Kita F2' })))
      .json;
    const events = await desk.count('audit_events');
    // The fault is logged as what it is.
    desk.app.hush();
    // The last statement of a commit is the one that marks it as done.
    await desk.db.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`,
    );
    await desk.db.query(
      `create trigger refuse before update on imports for each row when (new.state = 'done') execute function refuse()`,
    );
    try {
      expect((await desk.commit(draft)).status).toBe(500);
    } finally {
      await desk.db.query('drop function refuse cascade');
    }
    expect(await desk.count('institutions', `short_code ~ '^F[12]$'`)).toBe(0);
    expect(await desk.count('import_changes', 'import_id = $1', [draft.id])).toBe(0);
    expect(await desk.count('audit_events')).toBe(events);
    expect((await desk.commit(draft)).status).toBe(200);
  });

  test('shows as "committing" to others while it runs', async () => {
    const draft = (await desk.upload(kitas({ code: 'S1', name: 'Kita S1' }))).json;
    // A house that somebody else holds keeps the commit waiting in the middle.
    await desk.db.query('begin');
    await desk.db.query('select from institutions where id = $1 for update', [desk.city.houses.kita.id]);
    const commit = desk.commit(draft);
    let state = 'ready';
    while (state === 'ready') {
      state = (await desk.as('coordinator').get<typeof draft>(`/api/imports/${draft.id}`)).json.state;
    }
    expect(state).toBe('committing');
    await desk.db.query('commit');
    expect((await commit).json.state).toBe('done');
  });
});

describe('an upload', () => {
  test('with the same id and content is stored once; with other content refused', async () => {
    const query = { id: randomUUID() };
    const file = kitas({ code: 'I1', name: 'Kita I' });
    const answers = [await desk.upload(file, { query }), await desk.upload(file, { query })];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(answers[1]!.json).toEqual(answers[0]!.json);
    const other = await desk.upload(kitas({ code: 'I2', name: 'Kita J' }), { query });
    expect(other.json).toMatchObject({ status: 422, code: 'id_reused' });
    const foreign = await desk.upload(file, { query, by: 'administrator' });
    expect(foreign.json).toMatchObject({ status: 422, code: 'id_reused' });
  });

  test('clears away what is past its day', async () => {
    const draft = (await desk.upload(kitas({ code: 'E1', name: 'Kita E' }))).json;
    const done = await desk.done(kitas({ code: 'E2', name: 'Kita E2' }));
    const age = (id: string, interval: string): Promise<unknown> =>
      desk.db.query(
        `update imports set created_at = created_at - $2::interval, expires_at = expires_at - $2::interval where id = $1`,
        [id, interval],
      );
    await age(draft.id, '25 hours');
    await age(done.id, '25 hours');
    const client = desk.as('coordinator');
    expect((await client.get(`/api/imports/${draft.id}`)).status).toBe(404);
    expect((await client.get(`/api/imports/${draft.id}/preview`)).status).toBe(404);
    expect((await desk.commit(draft)).status).toBe(404);

    await desk.upload(kitas({ code: 'E3', name: 'Kita E3' }), { by: 'administrator' });
    expect(await desk.count('imports', 'id = $1', [draft.id])).toBe(0);
    expect(await desk.count('import_rows', 'import_id = any ($1)', [[draft.id, done.id]])).toBe(0);
    expect((await client.get(`/api/imports/${done.id}`)).json).toMatchObject({ state: 'done', rowCount: 1 });

    await age(done.id, '30 days');
    await desk.upload(kitas({ code: 'E3', name: 'Kita E3' }), { by: 'administrator' });
    expect(await desk.count('imports', 'id = $1', [done.id])).toBe(0);
    expect(await desk.count('import_changes', 'import_id = $1', [done.id])).toBe(0);
  });

  test('is listed, newest first, by pages', async () => {
    const fresh = [];
    for (const name of ['eins', 'zwei', 'drei'])
      fresh.push((await desk.upload(kitas({ code: 'L1', name }))).json.id);
    const client = desk.as('coordinator');
    const first = (await client.get<{ items: { id: string }[]; next: string }>('/api/imports?limit=2')).json;
    expect(first.items.map(({ id }) => id)).toEqual([fresh[2], fresh[1]]);
    const second = (await client.get<typeof first>(`/api/imports?limit=1&cursor=${first.next}`)).json;
    expect(second.items.map(({ id }) => id)).toEqual([fresh[0]]);
    const none = await client.get<typeof first>('/api/imports?kind=groups');
    expect(none.json.items).toEqual([]);
    const forged = [
      'x',
      'bm90',
      ...['["x"]', '[1]', '[null]'].map((key) => Buffer.from(key).toString('base64url')),
    ];
    for (const cursor of forged) expect((await client.get(`/api/imports?cursor=${cursor}`)).status).toBe(400);
  });
});

describe('a large file', () => {
  test('of 5,000 institutions, then 5,000 groups, takes seconds and stays correct', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => ({
      code: `X${i}`,
      name: `Kita Groß ${i}`,
      places: i % 200,
    }));
    const [upload, commit] = await timed(kitas(...lines));
    const groups = lines.map(({ code }, i) => `${code};2026/27;Gruppe ${i};20`);
    const file = ['Kurzzeichen;Schuljahr;Gruppe;Kinder', ...groups].join('\n');
    const [groupUpload, groupCommit] = await timed(file, 'groups');
    process.stdout.write(
      `5,000 institutions: ${upload} + ${commit} ms, 5,000 groups: ${groupUpload} + ${groupCommit} ms (look, write).\n`,
    );
    expect(await desk.count('institutions', `short_code ~ '^X[0-9]+$'`)).toBe(5000);
    expect(await desk.count('groups', `name ~ '^Gruppe [0-9]+$'`)).toBe(5000);
    expect(Math.max(upload, commit, groupUpload, groupCommit)).toBeLessThan(15_000);
  });

  async function timed(
    file: string,
    kind: 'institutions' | 'groups' = 'institutions',
  ): Promise<[number, number]> {
    const start = performance.now();
    const { json } = await desk.upload(file, { kind });
    expect(json.totals.new).toBe(5000);
    const uploaded = performance.now();
    const answer = await desk.commit(json);
    expect(answer.json.result?.created).toBe(5000);
    return [Math.round(uploaded - start), Math.round(performance.now() - uploaded)];
  }
});

test('a house that appears between the lock and the insert ends in a sentence, not in half a file', async () => {
  const draft = (await desk.upload(kitas({ code: 'Q1', name: 'Kita Q1' }, { code: 'Q2', name: 'Kita Q2' })))
    .json;
  const place = { municipalityId: desk.city.municipalityId, districtId: desk.city.districtIds[1] };
  await insertRow(desk.db, 'institutions', {
    ...{
      id: randomUUID(),
      ...place,
      kind: 'kita',
      name: 'Kita Q2 von Hand',
      providerKind: 'awo',
      shortCode: 'Q2',
    },
  });
  expect((await desk.commit(draft)).json.code).toBe('preview_outdated');
  expect(await desk.count('institutions', `short_code = 'Q1'`)).toBe(0);
});
