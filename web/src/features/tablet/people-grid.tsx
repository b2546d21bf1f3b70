import { texts } from '../../texts/de';
import type { DeskPerson } from './desk';
import classes from './people-grid.module.css';

const words = texts.tabletLock.screen;

/** Longer names are written smaller rather than broken off. */
const LONG = 10;

interface PeopleGridProps {
  people: readonly DeskPerson[];
  onChoose: (person: DeskPerson) => void;
}

/** The people of the house by first names, large enough for a hand in a hurry. */
export function PeopleGrid({ people, onChoose }: PeopleGridProps) {
  return (
    <ul className={classes.people}>
      {people.map((person) => (
        <li key={person.accountId}>
          <button type="button" className={classes.person} onClick={() => onChoose(person)}>
            <span className={classes.name} data-long={person.label.length > LONG || undefined}>
              {person.label}
            </span>
            {noteOn(person) && <span className={classes.note}>{noteOn(person)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function noteOn({ locked, hasPin, hasBadge }: DeskPerson): string | null {
  if (locked) return words.lockedPerson;
  return hasPin || hasBadge ? null : words.withoutPin;
}
