import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { Period } from '../overview/period.js';
import type { SheetAdviceDto, SheetBookingDto, SheetContactDto, SheetGroupDto } from './house-sheet.dto.js';

const SHOWN = 3;

// The name follows the reader's own policies, as in every list of contacts.
const ADVICE = `
  select c.id, c.state, c.way, c.held_on::text as "heldOn", c.minutes::int, c.topics, c.next_step as "nextStep",
    (select a.name from accounts a where a.id = c.coach_id) as "coachName", c.next_step_due::text as "nextStepDue",
    c.next_step_done_on::text as "nextStepDoneOn"
  from coach_contacts c where c.institution_id = $1`;

/** What is known of a house, as far as the reader may see it. */
@Injectable()
export class HouseSheetRepository {
  constructor(private readonly database: Database) {}

  /** Of the house's municipality. */
  async municipalityName(id: string): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      'select name from municipalities where id = $1',
      [id],
    );
    return row?.name ?? '';
  }

  async listContacts(institutionId: string): Promise<SheetContactDto[]> {
    return this.database.query<SheetContactDto>(
      `select name, function, phone, email from institution_contacts where institution_id = $1 order by name, id limit ${SHOWN}`,
      [institutionId],
    );
  }

  /** Of the school year, by name. */
  async listGroups(institutionId: string, { schoolYear }: Period): Promise<SheetGroupDto[]> {
    return this.database.query<SheetGroupDto>(
      `select g.name, g.size::int, coalesce((select sum(y.activities) from activity_years y where y.institution_id = g.institution_id
          and y.group_id = g.id and y.school_year = g.school_year), 0)::int as activities
       from groups g where g.institution_id = $1 and g.school_year = $2 and g.archived_at is null order by g.name, g.id`,
      [institutionId, schoolYear],
    );
  }

  /** Those that took place in the period, and all that are still to come. */
  async listBookings(institutionId: string, { from, to }: Period): Promise<SheetBookingDto[]> {
    return this.database.query<SheetBookingDto>(
      `select b.id, m.title, m.audience, b.state, coalesce(b.delivered_on, b.planned_on, b.wished_from)::text as day
       from module_bookings b join modules m on m.id = b.module_id
       where b.institution_id = $1 and (b.state in ('wished', 'planned') or (b.state = 'delivered' and b.delivered_on between $2::date and $3::date))
       order by array_position('{delivered,planned,wished}', b.state), day nulls last, m.title, b.id`,
      [institutionId, from, to],
    );
  }

  /** The last ones that took place. */
  async listAdvice(institutionId: string): Promise<SheetAdviceDto[]> {
    return this.database.query<SheetAdviceDto>(
      `${ADVICE} and c.state = 'held' order by c.held_on desc, c.id desc limit ${SHOWN}`,
      [institutionId],
    );
  }

  async findNextAdvice(institutionId: string): Promise<SheetAdviceDto | null> {
    const [row] = await this.database.query<SheetAdviceDto>(
      `${ADVICE} and c.state = 'planned' and c.held_on >= app_today() order by c.held_on, c.id limit 1`,
      [institutionId],
    );
    return row ?? null;
  }

  async listOpenSteps(institutionId: string): Promise<SheetAdviceDto[]> {
    return this.database.query<SheetAdviceDto>(
      `${ADVICE} and c.state <> 'cancelled' and c.next_step is not null and c.next_step_done_on is null
       order by c.next_step_due nulls last, c.held_on, c.id limit ${SHOWN}`,
      [institutionId],
    );
  }
}
