/** An address that is broken before "@" where it must be, and elsewhere only when nothing else helps. */
export function EmailText({ children }: { children: string }) {
  const at = children.lastIndexOf('@');
  return (
    <span style={{ overflowWrap: 'break-word' }}>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </span>
  );
}
