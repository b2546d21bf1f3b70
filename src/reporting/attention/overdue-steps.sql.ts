import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { counted, HOUSE_COLUMNS, housesAsked, NAMED } from './attention-houses.js';
import type { AttentionQueryDto, OverdueStepDto, OverdueStepsDto } from './attention.dto.js';

/** What was agreed with houses, was to be done before today, and is not? */
export async function findOverdueSteps(
  database: Database,
  filter: AttentionQueryDto,
): Promise<OverdueStepsDto> {
  const parameters = new Parameters();
  return counted(
    await database.query<OverdueStepDto & { count: number }>(
      `select c.id, ${HOUSE_COLUMNS}, c.held_on::text as "heldOn",
         (select a.name from accounts a where a.id = c.coach_id) as "coachName", c.next_step as "nextStep",
         c.next_step_due::text as "dueOn", app_today() - c.next_step_due as "daysOverdue", count(*) over ()::int as count
       from coach_contacts c ${housesAsked('c.institution_id', filter, parameters)}
       where c.state <> 'cancelled' and c.next_step is not null and c.next_step_done_on is null and c.next_step_due < app_today()
       order by c.next_step_due, i.name, c.id limit ${NAMED}`,
      parameters.values,
    ),
  );
}
