import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../support/client.js';
import { rowsOf } from '../../support/rows.js';
import { Desk, kitas } from './support.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk.close());

interface House {
  id: string;
  version: number;
  name: string;
  places: number | null;
}

const house = async (code: string): Promise<House | undefined> =>
  (
    await rowsOf<House>(desk.db, 'select id, version, name, places from institutions where short_code = $1', [
      code,
    ])
  )[0];

describe('taking back', () => {
  test('deletes what was made and restores what was changed', async () => {
    await desk.done(kitas({ code: 'A1', name: 'Kita Alt', places: 10 }));
    const done = await desk.done(
      kitas({ code: 'A1', name: 'Kita Neu', places: 11 }, { code: 'A2', name: 'Kita Mehr' }),
    );
    expect(done.result).toMatchObject({ created: 1, changed: 1 });

    const undone = await desk.undo(done.id);
    expect(undone.status).toBe(200);
    expect(undone.json).toMatchObject({ state: 'undone', result: done.result });
    expect(await house('A1')).toMatchObject({ name: 'Kita Alt', places: 10, version: 3 });
    expect(await house('A2')).toBeUndefined();
    expect((await desk.undo(done.id)).json).toEqual(undone.json);

    const events = await rowsOf<{ action: string }>(
      desk.db,
      `select action from audit_events e join import_changes c on c.object_id = e.object_id or c.import_id = e.object_id
       where c.import_id = $1 group by e.chain, e.seq, action order by 1`,
      [done.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'import.commit',
      'import.create',
      'import.undo',
      'institution.create',
      'institution.create',
      'institution.remove',
      'institution.update',
      'institution.update',
    ]);
    expect((await desk.commit(done)).json.code).toBe('import_undone');
  });

  test('and reading the corrected file in again works', async () => {
    const file = kitas({ code: 'B1', name: 'Kita Fehler' });
    await desk.undo((await desk.done(file)).id);
    expect((await desk.done(kitas({ code: 'B1', name: 'Kita Richtig' }))).result).toMatchObject({
      created: 1,
    });
  });

  test('of a draft is refused', async () => {
    const draft = (await desk.upload(kitas({ code: 'C1', name: 'Kita C' }))).json;
    expect((await desk.undo(draft.id)).json).toMatchObject({ status: 409, code: 'import_not_done' });
  });

  test('of many at once happens once', async () => {
    const done = await desk.done(kitas({ code: 'M1', name: 'Kita M' }));
    const answers = await Promise.all(Array.from({ length: 4 }, () => desk.undo(done.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await desk.count('audit_events', `action = 'import.undo' and object_id = $1`, [done.id])).toBe(1);
  });
});

describe('an obstacle', () => {
  let number = 0;
  const obstacles: [what: string, sentence: RegExp, build: (id: string) => Promise<{ status: number }>][] = [
    [
      'a group',
      /hat inzwischen Gruppen/,
      (id) =>
        desk
          .as('coordinator')
          .post('/api/groups', { institutionId: id, name: 'G', schoolYear: 2026, size: 3 }),
    ],
    [
      'a participation',
      /nimmt inzwischen teil/,
      (id) =>
        desk
          .as('coordinator')
          .post(`/api/institutions/${id}/participations`, { status: 'requested', reachedOn: '2026-01-01' }),
    ],
    [
      'an invitation',
      /hat inzwischen eine Einladung/,
      (id) =>
        desk.as('coordinator').post('/api/invitations', {
          email: 'neu@example.org',
          name: 'Neue Leitung',
          role: 'institution_lead',
          institutionId: id,
        }),
    ],
    [
      "somebody else's invitation",
      /hat inzwischen eine Einladung/,
      (id) =>
        desk.as('administrator').post('/api/invitations', {
          email: 'neu@example.org',
          name: 'Neue Leitung',
          role: 'institution_lead',
          institutionId: id,
        }),
    ],
    [
      'somebody who works there',
      /hat inzwischen eingetragene Fachkräfte/,
      (id) =>
        desk
          .as('coordinator')
          .post('/api/staff-members', { institutionId: id, name: 'Neue Kraft', function: 'educator' }),
    ],
    [
      'a change',
      /wurde inzwischen geändert/,
      (id) => desk.as('coordinator').patch(`/api/institutions/${id}`, { places: 1 }, 1),
    ],
  ];

  test.each(obstacles)('is %s: nothing at all is taken back', async (_, sentence, build) => {
    number += 1;
    const [first, second] = [`H${number}a`, `H${number}b`];
    const done = await desk.done(
      kitas({ code: first, name: `Kita ${first}` }, { code: second, name: `Kita ${second}` }),
    );
    expect((await build((await house(second))!.id)).status).toBeLessThan(300);
    const { status, json } = await desk.undo(done.id);
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'import_built_upon', title: expect.stringMatching(sentence) });
    expect(await house(first)).toBeDefined();
    expect(await desk.count('imports', `id = $1 and state = 'done'`, [done.id])).toBe(1);
  });

  test('is an activity in a group; soft-deleted or not, seen or not', async () => {
    const { kita } = desk.city.houses;
    const file = `Einrichtung;Schuljahr;Gruppe;Kinder\n${kita.name};${desk.city.schoolYear};Undo 1;20`;
    for (const by of ['lead', 'coordinator', 'administrator'] as const) {
      const done = await desk.done(file.replace('Undo 1', `Undo ${by}`), { kind: 'groups', by });
      const [group] = await rowsOf<{ id: string }>(desk.db, 'select id from groups where name = $1', [
        `Undo ${by}`,
      ]);
      const answer = await desk
        .as('educator')
        .post<{ id: string } & Record<string, Json>>('/api/activities', {
          institutionId: kita.id,
          groupId: group!.id,
          heldOn: desk.city.today,
          focusArea: 'active_learning',
          minutes: 30,
          childrenPresent: 5,
        });
      expect(answer.status).toBe(201);
      expect((await desk.undo(done.id, by)).json).toMatchObject({ status: 409, code: 'import_built_upon' });
    }
  });

  test('gone again lets the import be taken back', async () => {
    const { kita } = desk.city.houses;
    const done = await desk.done(`Einrichtung;Schuljahr;Gruppe;Kinder\n${kita.name};2026;Frei;20`, {
      kind: 'groups',
    });
    expect((await desk.undo(done.id)).json.state).toBe('undone');
    expect(await desk.count('groups', `name = 'Frei'`)).toBe(0);
  });
});

describe('the right to delete', () => {
  test('reaches nothing but what an own import made and nobody changed', async () => {
    const done = await desk.done(kitas({ code: 'R1', name: 'Kita R1' }, { code: 'R2', name: 'Kita R2' }));
    await desk.as('coordinator').patch(`/api/institutions/${(await house('R2'))!.id}`, { places: 1 }, 1);
    const { coordinator, administrator } = desk.city.people;
    const reach = async (
      actor: string,
      municipalities: string,
      isAdministrator: string,
    ): Promise<string[]> => {
      await desk.db.query('begin');
      await desk.db.query('set local role olympia_app');
      await desk.db.query(
        `select set_config('app.actor_id', $1, true), set_config('app.municipalities', $2, true), set_config('app.administrator', $3, true)`,
        [actor, municipalities, isAdministrator],
      );
      const ids = await rowsOf<{ short_code: string }>(
        desk.db,
        `delete from institutions where id in (select object_id from import_changes where import_id = $1)
           or id = $2 returning short_code`,
        [done.id, desk.city.houses.idle.id],
      );
      await desk.db.query('rollback');
      return ids.map(({ short_code }) => short_code);
    };
    expect(await reach(coordinator.id, `{${desk.city.municipalityId}}`, '')).toEqual(['R1']);
    expect(await reach(coordinator.id, `{${desk.city.distantMunicipalityId}}`, '')).toEqual([]);
    expect(await reach(administrator.id, '{}', 'on')).toEqual([]);
  });
});
