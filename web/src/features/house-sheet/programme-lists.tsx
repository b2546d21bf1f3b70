import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatMinutes } from '../../ui/format';
import classes from './house-sheet.module.css';
import type { HouseSheet, SheetAdvice, SheetBooking } from './queries';
import { SheetSection } from './sheet-section';

const words = texts.houseSheet;
const MOST = 10;

/** What the house chose, and what became of it. */
export function ModuleList({ bookings }: { bookings: readonly SheetBooking[] }) {
  return (
    <SheetSection title={words.modules}>
      {bookings.length === 0 && <p className={classes.text}>{words.noModules}</p>}
      <ul className={`${classes.plain} ${classes.modules}`}>
        {bookings.slice(0, MOST).map((booking) => (
          <li key={booking.id} className={classes.clamped}>
            <strong>{wordFor(words.states, booking.state)}</strong> {dayOf(booking)}: {booking.title}
          </li>
        ))}
        {bookings.length > MOST && <li>{words.more(bookings.length - MOST)}</li>}
      </ul>
    </SheetSection>
  );
}

function dayOf({ day }: SheetBooking): string {
  return day === null ? `(${words.noDay})` : formatDate(day);
}

/** The last talks, the next one, and what was agreed. */
export function AdviceList({ sheet: { advice, nextAdvice, openSteps } }: { sheet: HouseSheet }) {
  return (
    <SheetSection title={words.advice}>
      {advice.length === 0 && <p className={classes.text}>{words.noAdvice}</p>}
      <ul className={classes.plain}>
        {advice.map((talk) => (
          <li key={talk.id} className={classes.clamped}>
            <strong>{talkOf(talk)}</strong> {talk.topics}
          </li>
        ))}
      </ul>
      {nextAdvice && (
        <p className={classes.text}>{words.next(formatDate(nextAdvice.heldOn), wayOf(nextAdvice))}</p>
      )}
      {openSteps.length > 0 && (
        <>
          <h3 className={classes.subheading}>{words.steps}</h3>
          <ul className={classes.boxes}>
            {openSteps.map(({ id, nextStep, nextStepDue }) => (
              <li key={id} className={classes.clamped}>
                {nextStep}
                {nextStepDue && ` (${words.due(formatDate(nextStepDue))})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </SheetSection>
  );
}

const wayOf = ({ way }: SheetAdvice): string => wordFor(texts.programme.contactWay, way);

function talkOf(talk: SheetAdvice): string {
  const parts = [words.talk(formatDate(talk.heldOn), wayOf(talk))];
  if (talk.minutes !== null) parts.push(formatMinutes(talk.minutes));
  if (talk.coachName !== null) parts.push(words.by(talk.coachName));
  return parts.join(', ');
}
