import { type ReactNode, useId } from 'react';
import classes from './house-sheet.module.css';

interface SheetSectionProps {
  title: string;
  children: ReactNode;
}

/** One subject of the page. */
export function SheetSection({ title, children }: SheetSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
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
