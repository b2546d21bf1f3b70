import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import classes from './house-sheet.module.css';
import type { HouseSheet } from './queries';
import { SheetSection } from './sheet-section';

const words = texts.houseSheet;

/** So many fit beside the other subjects of the page. */
const MOST = 16;

/** The groups with their children; those without an activity so far are marked. */
export function GroupList({ groups }: { groups: HouseSheet['groups'] }) {
  const children = groups.reduce((sum, { size }) => sum + size, 0);
  return (
    <SheetSection title={words.groups}>
      {groups.length === 0 ? (
        <p className={classes.text}>{words.noGroups}</p>
      ) : (
        <>
          <p className={classes.text}>{words.groupSum(groups.length, formatInteger(children))}</p>
          <ul className={classes.flow}>
            {groups.slice(0, MOST).map(({ name, size, activities }) => (
              <li key={name}>
                {words.group(name, formatInteger(size))}
                {activities === 0 && <em> {words.silent}</em>}
              </li>
            ))}
            {groups.length > MOST && <li>{words.more(groups.length - MOST)}</li>}
          </ul>
        </>
      )}
    </SheetSection>
  );
}
