/** How many children the group (`groups g`) had on a day of its school year, as SQL. @param day an SQL date */
export function groupSizeOn(day: string): string {
  return `coalesce((select s.size from group_sizes s where s.institution_id = g.institution_id and s.group_id = g.id
    and s.valid_from <= ${day} order by s.valid_from desc limit 1), g.size)`;
}
