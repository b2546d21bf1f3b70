import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { type City, housesAlone } from './houses.sql.js';
import type { ContactFiguresDto } from './programme.dto.js';

/** How often were houses advised, and for how long? Contacts that took place in the period. (Coaching density, of the RE-AIM figures.) */
export async function countContacts(database: Database, city: City): Promise<ContactFiguresDto> {
  const parameters = new Parameters();
  const [row] = await database.query<ContactFiguresDto>(
    `with ${housesAlone(city, parameters)}
     select count(*)::int as held, coalesce(sum(c.minutes), 0)::int as minutes, count(distinct c.institution_id)::int as institutions
     from coach_contacts c join houses h on h.id = c.institution_id
     where c.state = 'held' and c.held_on between ${parameters.add(city.period.from)}::date and ${parameters.add(city.period.asOf)}::date`,
    parameters.values,
  );
  return row ?? { held: 0, minutes: 0, institutions: 0 };
}
