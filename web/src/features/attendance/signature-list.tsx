import type { AttendanceSheet } from '../../api/types';
import { texts } from '../../texts/de';
import classes from './signature-list.module.css';

const words = texts.attendance.paper;

/** A list to be signed on paper, with empty lines for those who just come. */
export function SignatureList({ people }: { people: AttendanceSheet['people'] }) {
  const spare = Array.from({ length: words.spare }, (_, i) => people.length + i + 1);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {words.number}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.institution}</th>
            <th scope="col" className={classes.signature}>
              {words.signature}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, i) => (
            <tr key={person.id}>
              <td>{i + 1}</td>
              <td>{person.name}</td>
              <td>{person.institutionName}</td>
              <td />
            </tr>
          ))}
          {spare.map((number) => (
            <tr key={number}>
              <td>{number}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
