import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

export interface WalkInRegistration {
  id: string;
  trainingId: string;
  institutionId: string;
  state: string;
  version: number;
}

const COLUMNS = `id, training_id as "trainingId", institution_id as "institutionId", state, version`;

/** Registrations as walk-ins need them; whoever writes holds the training's row. */
@Injectable()
export class WalkInRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<WalkInRegistration | null> {
    const [row] = await this.database.query<WalkInRegistration>(
      `select ${COLUMNS} from training_registrations where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async findOfMember(trainingId: string, staffMemberId: string): Promise<WalkInRegistration | null> {
    const [row] = await this.database.query<WalkInRegistration>(
      `select ${COLUMNS} from training_registrations where training_id = $1 and staff_member_id = $2`,
      [trainingId, staffMemberId],
    );
    return row ?? null;
  }

  /** Where the person works in the municipality: a running position first, or else the house that keeps the record. */
  async findHouse(staffMemberId: string, municipalityId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select i.id from staff_members m
         left join staff_positions p on p.staff_member_id = m.id and coalesce(p.until, 'infinity') >= $3
         join institutions i on i.id in (m.institution_id, p.institution_id) and i.municipality_id = $2
       where m.id = $1 order by i.id = p.institution_id desc nulls last, p.since nulls last, i.id limit 1`,
      [staffMemberId, municipalityId, this.database.context.today],
    );
    return row?.id ?? null;
  }

  async insert(values: {
    id: string;
    institutionId: string;
    trainingId: string;
    staffMemberId: string;
  }): Promise<void> {
    await this.database.query(
      `with arrived as (update trainings set arrivals = arrivals + 1 where id = $3 returning arrivals)
       insert into training_registrations (institution_id, id, training_id, staff_member_id, state, arrival, registered_by)
       select $1, $2, $3, $4, 'walk_in', arrived.arrivals, $5 from arrived`,
      [
        ...[values.institutionId, values.id, values.trainingId, values.staffMemberId],
        this.database.actor.accountId,
      ],
    );
  }

  async isHouseOf(institutionId: string, municipalityId: string): Promise<boolean> {
    const rows = await this.database.query(
      'select from institutions where id = $1 and municipality_id = $2 and archived_at is null',
      [institutionId, municipalityId],
    );
    return rows.length > 0;
  }

  /** Whoever waited, or had given the place back, and came all the same. */
  async letIn({ institutionId, id }: WalkInRegistration): Promise<void> {
    await this.database.query(
      `update training_registrations set state = 'walk_in', version = version + 1 where institution_id = $1 and id = $2`,
      [institutionId, id],
    );
  }
}
