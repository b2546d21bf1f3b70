import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InvitedPeopleDto, PeoplePreviewDto } from '../../../src/imports/people/people-import.dto.js';
import type { PersonKey } from '../../support/city.js';
import type { Answer } from '../../support/client.js';
import { Desk } from './support.js';

let desk: Desk;
let number = 0;

beforeAll(async () => {
  desk = await Desk.open();
  const { kita, school } = desk.city.houses;
  await desk.db.query(`update institutions set short_code = 'K01' where id = $1`, [kita.id]);
  await desk.db.query(`update institutions set school_number = '123456' where id = $1`, [school.id]);
});
afterAll(() => desk.close());

const HEAD = 'Name;E-Mail;Rolle;Einrichtung';
const newEmail = (): string => `viele${(number += 1)}@example.org`;
const fileOf = (...lines: string[]): string => [HEAD, ...lines].join('\r\n');

function send<T>(path: string, raw: string, by: PersonKey, query = ''): Promise<Answer<T>> {
  const url = `/api/imports/people${path}?municipalityId=${desk.city.municipalityId}${query}`;
  return desk.as(by).send<T>('POST', url, { raw, headers: { 'content-type': 'text/csv' } });
}
const preview = (file: string, by: PersonKey = 'coordinator'): Promise<Answer<PeoplePreviewDto>> =>
  send('/preview', file, by);
const invite = (
  file: string,
  by: PersonKey = 'coordinator',
  query = '',
): Promise<Answer<InvitedPeopleDto & { code: string }>> => send('', file, by, query);

const statuses = ({ json }: Answer<PeoplePreviewDto>): string[] => json.rows.map(({ status }) => status);
const faults = ({ json }: Answer<PeoplePreviewDto>): (string | null)[][] =>
  json.rows.flatMap(({ number: row, errors }) =>
    errors.map(({ column, value, message }) => [String(row), column, value, message]),
  );

describe('a file of people', () => {
  test('names the house by its number, its short code or its name', async () => {
    const { school, kita } = desk.city.houses;
    const answer = await preview(
      fileOf(
        `Ada Eins;${newEmail()};Leitung;123456`,
        `Ada Zwei;${newEmail()};Schulleitung;k01`,
        `Ada Drei;${newEmail()};LEITUNG;${kita.name}`,
        `Ada Vier;${newEmail()};Coach;`,
      ),
    );
    expect(statuses(answer)).toEqual(['new', 'new', 'new', 'new']);
    expect(answer.json.rows.map(({ institutionName }) => institutionName)).toEqual([
      ...[school.name, kita.name, kita.name, null],
    ]);
  });

  test('says for each wrong row what was expected where', async () => {
    const twice = newEmail();
    const answer = await preview(
      fileOf(
        `;${newEmail()};Leitung;K01`,
        `Ada;keine Adresse;Leitung;K01`,
        `Ada;${newEmail()};Kapitänin;K01`,
        `Ada;${newEmail()};Leitung;Haus Nirgends`,
        `Ada;${newEmail()};Leitung;`,
        `Ada;${newEmail()};Fachkraft;K01`,
        `Ada;${newEmail()};Administration;`,
        `Ada;${twice};Leitung;K01`,
        `Ada;${twice};Leitung;K01`,
        `Ada;${newEmail()};Leitung;${desk.city.houses.distant.name}`,
      ),
    );
    expect(new Set(statuses(answer))).toEqual(new Set(['wrong']));
    expect(faults(answer)).toEqual([
      ['2', 'Name', '', 'Name fehlt: bitte Vor- und Nachnamen angeben.'],
      ['3', 'E-Mail', 'keine Adresse', expect.stringMatching(/^E-Mail-Adresse: bitte eine E-Mail-Adresse/)],
      ['4', 'Rolle', 'Kapitänin', 'Rolle: bitte Fachkraft, Leitung, Coach oder Koordination angeben.'],
      ['5', 'Einrichtung', 'Haus Nirgends', 'Einrichtung: Diese Einrichtung gibt es hier nicht.'],
      ['6', 'Einrichtung', '', expect.stringMatching(/^Einrichtung fehlt/)],
      [
        '7',
        'Rolle',
        'Fachkraft',
        'Rolle: „Fachkraft“ können nur die Leitung der Einrichtung und die Administration einladen.',
      ],
      ['8', 'Rolle', 'Administration', 'Rolle: „Administration“ kann nur die Administration einladen.'],
      ['9', 'E-Mail', twice, 'Diese Einladung steht auch in Zeile 10. Jede darf nur einmal vorkommen.'],
      ['10', 'E-Mail', twice, 'Diese Einladung steht auch in Zeile 9. Jede darf nur einmal vorkommen.'],
      ['11', 'Einrichtung', desk.city.houses.distant.name, expect.stringMatching(/gibt es hier nicht/)],
    ]);
  });

  test('by a lead needs neither role nor house', async () => {
    const email = newEmail();
    const answer = await preview(`Name;E-Mail\r\nAda Lovelace;${email}`, 'lead');
    expect(answer.json.rows[0]).toMatchObject({
      ...{ status: 'new', role: 'educator', institutionName: desk.city.houses.kita.name, email },
    });
  });

  test('invites nobody who has the role, or is invited to it by anybody', async () => {
    const email = newEmail();
    const body = { email, name: 'Ada', role: 'institution_lead', institutionId: desk.city.houses.kita.id };
    expect((await desk.as('administrator').post('/api/invitations', body)).status).toBe(201);
    const answer = await preview(
      fileOf(`Ada;${email.toUpperCase()};Leitung;K01`, `Leo;${desk.city.people.lead.email};Leitung;K01`),
    );
    expect(statuses(answer)).toEqual(['invited', 'has_role']);
  });
});

describe('inviting from a file', () => {
  test('makes all invitations at once, with links that work, and none for the same file again', async () => {
    const [one, two] = [newEmail(), newEmail()];
    const file = fileOf(`Ada Eins;${one};Leitung;K01`, `Ada Zwei;${two};Coach;`);
    const { json: seen } = await preview(file);
    const { status, json } = await invite(file, 'coordinator', `&digest=${seen.digest}`);
    expect([status, json.unchanged, json.skipped, json.mailing]).toEqual([200, 0, 0, false]);
    expect(json.items.map(({ email, role }) => [email, role])).toEqual([
      [one, 'institution_lead'],
      [two, 'coach'],
    ]);
    const token = json.items[0]!.link!.split('#')[1];
    const accepted = await desk.app.client().post('/api/invitations/accept', {
      ...{ token, name: 'Ada Eins', password: 'vier lange Wörter hintereinander' },
    });
    expect(accepted.status).toBe(201);
    const again = await invite(file);
    expect([again.json.items, again.json.unchanged]).toEqual([[], 2]);
  });

  test('from two windows at once invites nobody twice', async () => {
    const file = fileOf(`Ada;${newEmail()};Coach;`, `Bea;${newEmail()};Coach;`);
    const answers = await Promise.all([invite(file), invite(file)]);
    expect(answers.flatMap(({ json }) => json.items)).toHaveLength(2);
  });

  test('with a wrong row invites nobody, unless only the good ones are wanted', async () => {
    const file = fileOf(`Ada;${newEmail()};Coach;`, `Bea;falsch;Coach;`);
    const before = await desk.count('invitations');
    const refused = await invite(file);
    expect([refused.status, refused.json.code]).toEqual([409, 'rows_wrong']);
    expect(await desk.count('invitations')).toBe(before);
    const { json } = await invite(file, 'coordinator', '&onlyGood=true');
    expect([json.items.length, json.skipped]).toEqual([1, 1]);
  });

  test('is refused when something else would happen than was shown', async () => {
    const email = newEmail();
    const file = fileOf(`Ada;${email};Coach;`);
    const { json } = await preview(file);
    const body = { email, name: 'Ada', role: 'coach', municipalityId: desk.city.municipalityId };
    await desk.as('coordinator').post('/api/invitations', body);
    const answer = await invite(file, 'coordinator', `&digest=${json.digest}`);
    expect([answer.status, answer.json.code]).toEqual([409, 'preview_outdated']);
  });

  test('has no place for more than 500 people', async () => {
    const lines = Array.from({ length: 501 }, () => `Ada;${newEmail()};Coach;`);
    const answer = await invite(fileOf(...lines));
    expect([answer.status, answer.json.code]).toEqual([422, 'too_many_rows']);
  });
});
