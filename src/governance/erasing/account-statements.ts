/**
 * What erasing accounts is, as statements in their order: by request, by rule, and once more after a backup was put back. What they did stays
 * without their name, by the foreign keys. Everything that leads into the account goes along, by the foreign keys, too.
 * @param ids a query for their ids
 */
export function accountStatements(ids: string): readonly string[] {
  const addresses = `select a.email from accounts a where a.id in (${ids})`;
  return [
    // A house whose coach has gone has none.
    `update coach_assignments c set last_day = greatest(c.first_day, (now() at time zone 'Europe/Berlin')::date), version = c.version + 1
      where c.account_id in (${ids}) and c.last_day is null`,
    `delete from mail_outbox where recipient_address in (${addresses})`,
    `delete from invitations where lower(email) in (${addresses})`,
    `delete from accounts where id in (${ids})`,
  ];
}
