import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatInteger } from '../../ui/format';
import { MailLink, PhoneLink } from '../institutions/contact-links';
import classes from './house-sheet.module.css';
import type { HouseSheet } from './queries';
import { SheetFacts, SheetSection } from './sheet-section';

const words = texts.houseSheet;
const { terms } = texts;
/** The figure that counts who works here. */
const STAFF = 'staff_trained';
const FLAGS = ['familyCentre', 'movementKita', 'plusKita', 'allDaySchool'] as const;

/** What the house is, whom to ask there, and how it takes part. */
export function MasterData({ sheet }: { sheet: HouseSheet }) {
  return (
    <div className={classes.three}>
      <House sheet={sheet} />
      <Contact sheet={sheet} />
      <Participation sheet={sheet} />
    </div>
  );
}

function House({ sheet: { institution, figures } }: { sheet: HouseSheet }) {
  const { providerKind, providerName, street, postalCode, city, places, staffCount } = institution;
  const { effectiveSocialSituation, socialIndex } = institution;
  const provider = wordFor(terms.providerKind, providerKind);
  const flags = FLAGS.filter((flag) => institution[flag]).map((flag) => texts.institutions.detail[flag]);
  return (
    <SheetSection title={words.house}>
      <SheetFacts
        facts={[
          [words.provider, providerName ? `${provider}: ${providerName}` : provider],
          [words.address, [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')],
          [words.places, places && formatInteger(places)],
          [words.staff, staffInWords(staffCount, figures)],
          [words.features, flags.join(', ')],
          [
            words.socialSituation,
            effectiveSocialSituation && wordFor(terms.socialSituation, effectiveSocialSituation),
          ],
          [words.socialIndex, socialIndex],
        ]}
      />
    </SheetSection>
  );
}

/** Two counts that may differ: what the house stated once, and whom it has entered since. */
function staffInWords(stated: number | null, figures: HouseSheet['figures']): string | null {
  const { denominator: entered } = figures.find(({ definition }) => definition.code === STAFF)?.own ?? {};
  if (!entered) return stated ? words.staffStated(formatInteger(stated)) : null;
  if (!stated) return words.staffEntered(formatInteger(entered));
  return words.staffKnown(formatInteger(stated), formatInteger(entered));
}

function Contact({ sheet: { institution, contacts } }: { sheet: HouseSheet }) {
  const { contactName, contactFunction, phone, email } = institution;
  const main = { name: contactName ?? '', function: contactFunction, phone, email };
  const people = [main, ...contacts].filter((one) => Object.values(one).some(Boolean));
  return (
    <SheetSection title={words.contact}>
      {people.length === 0 && words.noContact}
      <ul className={classes.plain}>
        {people.map((person, i) => (
          <li key={i} className={classes.person}>
            <strong>{person.name}</strong>
            {person.function && ` ${person.function}`}
            <span className={classes.lines}>
              {person.phone && <PhoneLink phone={person.phone} />}
              {person.email && <MailLink email={person.email} />}
            </span>
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}

function Participation({ sheet: { institution, lastActivityOn } }: { sheet: HouseSheet }) {
  const { participation } = institution;
  const last = lastActivityOn === null ? words.never : formatDate(lastActivityOn);
  if (participation === null) {
    return (
      <SheetSection title={words.participation}>
        <p className={classes.text}>{words.noParticipation}</p>
        {lastActivityOn && <SheetFacts facts={[[words.lastActivity, last]]} />}
      </SheetSection>
    );
  }
  const { status, startedOn, endedOn, coach, materialsOn } = participation;
  return (
    <SheetSection title={words.participation}>
      <SheetFacts
        facts={[
          [words.status, wordFor(terms.participationStatus, status)],
          [words.since, startedOn && formatDate(startedOn)],
          [words.ended, endedOn && formatDate(endedOn)],
          [words.coach, coach?.name ?? words.noCoach],
          [
            words.materials,
            materialsOn ? words.materialsOn(formatDate(materialsOn)) : words.materialsMissing,
          ],
          [words.lastActivity, last],
        ]}
      />
    </SheetSection>
  );
}
