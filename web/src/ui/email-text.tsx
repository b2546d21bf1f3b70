import { Fragment } from 'react';

/** An address that is broken before "@" and after dots where it must be, and elsewhere only when nothing else helps. */
export function EmailText({ children }: { children: string }) {
  const parts = children.split(/(?=@)|(?<=\.)/);
  return (
    <span style={{ overflowWrap: 'break-word' }}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
