import { type ReactNode, useId } from 'react';
import classes from './house-sheet.module.css';

interface SheetSectionProps {
  title: string;
  /** What can be done with it, on the screen only. */
  action?: ReactNode;
  children: ReactNode;
}

/** One subject of the page. */
export function SheetSection({ title, action, children }: SheetSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.heading}>
        <h2 id={id} className={classes.headingText}>
          {title}
        </h2>
        {action && <div className="no-print">{action}</div>}
      </div>
      {children}
    </section>
  );
}

/** Names and values; those without a value are left out. */
export function SheetFacts({ facts }: { facts: readonly (readonly [term: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== '' && value !== false);
  return (
    <dl className={classes.facts}>
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
