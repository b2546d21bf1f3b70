import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import type { Actor } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { RUNS_TODAY } from '../staff/staff-member.repository.js';
import type { StaffFunction } from '../vocabulary.js';
import type { Candidate } from './registration.repository.js';

interface House {
  id: string;
  kind: string;
}

interface Person {
  name: string;
  email: string;
}

/** The record of who registers themselves; made from the account where there is none, so that nothing is asked twice. Runs as the system. */
@Injectable()
export class OwnRecordService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @param houseId the house that the person chose; otherwise all of theirs */
  async ensure(actor: Actor, houseId: string | undefined): Promise<Candidate> {
    const houses = await this.housesOf(actor, houseId);
    const known = await this.find(actor.accountId);
    const staffMemberId = known ?? (await this.make(actor, houses));
    const positions = await this.positionsOf(staffMemberId);
    if (positions.length === 0) {
      await this.addPosition(staffMemberId, houses);
      return { staffMemberId, houseIds: [houses[0].id] };
    }
    return { staffMemberId, houseIds: positions.filter((id) => houseId === undefined || id === houseId) };
  }

  // Houses that the person works in by a role, those they lead first.
  private async housesOf(actor: Actor, houseId: string | undefined): Promise<[House, ...House[]]> {
    const ids = [...actor.leadHouses, ...actor.educatorHouses];
    const [first, ...others] = await this.database.query<House>(
      `select id, kind from institutions where id = any ($1::uuid[]) and archived_at is null order by array_position($1::uuid[], id)`,
      [ids.filter((id) => houseId === undefined || id === houseId)],
    );
    if (!first)
      throw Problem.unknownReference('institutionId', 'Einrichtung: Diese Einrichtung gibt es nicht.');
    return [first, ...others];
  }

  private async find(accountId: string | null): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from staff_members where account_id = $1',
      [accountId],
    );
    return row?.id ?? null;
  }

  private async make(actor: Actor, [house, ...others]: [House, ...House[]]): Promise<string> {
    const { accountId } = actor;
    const [person] = await this.database.query<Person>('select name, email from accounts where id = $1', [
      accountId,
    ]);
    if (!person) throw Problem.notFound();
    return (
      (await this.adopt(accountId, person.email, [house, ...others])) ??
      this.insert(person, accountId, house, functionOf(actor, house))
    );
  }

  /** The lead entered the person with the same address: then it is they. The address was proved by the invitation. */
  private async adopt(accountId: string | null, email: string, houses: House[]): Promise<string | null> {
    const [row] = await this.database.query<{ id: string; institutionId: string }>(
      `update staff_members m set account_id = $1, version = m.version + 1 where m.id = (
         select x.id from staff_members x where x.email = $2 and x.account_id is null and x.institution_id = any ($3::uuid[]) order by x.id limit 1)
       returning m.id, m.institution_id as "institutionId"`,
      [accountId, email, houses.map(({ id }) => id)],
    );
    if (row) await this.record('staff_member.update', row.id, row.institutionId, ['accountId']);
    return row?.id ?? null;
  }

  private async insert(
    { name, email }: Person,
    accountId: string | null,
    house: House,
    work: StaffFunction,
  ): Promise<string> {
    const id = uuidv7();
    await this.database.query(
      `insert into staff_members (institution_id, id, name, function, email, account_id) values ($1, $2, $3, $4, $5, $6)`,
      [house.id, id, name, work, email, accountId],
    );
    await this.record('staff_member.create', id, house.id, ['name', 'function', 'email', 'accountId']);
    return id;
  }

  private async addPosition(staffMemberId: string, [house]: [House, ...House[]]): Promise<void> {
    await this.database.query(
      'insert into staff_positions (institution_id, id, staff_member_id) values ($1, $2, $3)',
      [house.id, uuidv7(), staffMemberId],
    );
  }

  private async positionsOf(staffMemberId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select p.institution_id as id from staff_positions p where p.staff_member_id = $1 and ${RUNS_TODAY} order by p.institution_id`,
      [staffMemberId],
    );
    return rows.map(({ id }) => id);
  }

  private async record(
    action: string,
    objectId: string,
    institutionId: string,
    fields: string[],
  ): Promise<void> {
    await this.audit.record({ action, objectType: 'staff_member', objectId, institutionId, fields });
  }
}

function functionOf({ leadHouses }: Actor, { id, kind }: House): StaffFunction {
  if (leadHouses.includes(id)) return 'lead';
  return kind === 'school' ? 'teacher' : 'educator';
}
