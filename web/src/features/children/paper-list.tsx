import { texts } from '../../texts/de';
import classes from './paper-list.module.css';
import type { Child } from './queries';

const words = texts.children;

/** Codes with room to write the names beside them. */
export function PaperList({ caption, rows }: { caption: string; rows: readonly Child[] }) {
  return (
    <table className={classes.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            {words.paper.number}
          </th>
          <th scope="col" className={classes.code}>
            {words.code}
          </th>
          <th scope="col">{words.paper.name}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, code, formerCode }, i) => (
          <tr key={id}>
            <td>{i + 1}</td>
            <td>
              <strong>{code}</strong>
              {formerCode !== null && <small>{` (${words.formerCode(formerCode)})`}</small>}
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
