/** Stands where the name of somebody stood whose data are erased. */
export const ERASED_PERSON = 'Gelöschte Person';

/**
 * What erasing records of the staff is, as statements in their order. Registrations and attendance are key figures of the city and stay, at a
 * record that names nobody; certificates can still be checked by their code, which never told a name. A record that nothing hangs on goes.
 * @param ids a query for their ids
 */
export function staffStatements(ids: string): readonly string[] {
  const registrations = `select r.institution_id, r.id from training_registrations r where r.staff_member_id in (${ids})`;
  return [
    `delete from mail_outbox where recipient_address in (select s.email from staff_members s where s.id in (${ids}) and s.email is not null)`,
    `update certificates c set facts = jsonb_set(c.facts, '{personName}', '"${ERASED_PERSON}"'), creation_digest = null, version = c.version + 1
      where (c.institution_id, c.registration_id) in (${registrations}) and c.facts ->> 'personName' <> '${ERASED_PERSON}'`,
    `update staff_positions p set until = greatest(p.since, (now() at time zone 'Europe/Berlin')::date), creation_digest = null, version = p.version + 1
      where p.staff_member_id in (${ids}) and coalesce(p.until, 'infinity') > (now() at time zone 'Europe/Berlin')::date`,
    `delete from staff_members s where s.id in (${ids})
      and not exists (select from training_registrations r where r.staff_member_id = s.id)`,
    `update staff_members s set name = '${ERASED_PERSON}', email = null, weekly_hours = null, account_id = null, creation_digest = null,
      erased_at = now(), version = s.version + 1 where s.id in (${ids}) and s.erased_at is null`,
  ];
}
