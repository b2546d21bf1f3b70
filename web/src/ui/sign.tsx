interface SignProps {
  /** Edge length in px. */
  size?: number;
}

/** The sign of the programme's tracker: hop, leap, and the ball is in the air. Decorative: the name stands beside it. */
export function Sign({ size = 32 }: SignProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="12" fill="var(--mantine-color-wiese-7)" />
      <path
        d="M7 36.5q4.25-13 8.5 0C18.5 21 23.5 13.5 29.5 13"
        fill="none"
        stroke="#fff"
        strokeWidth="3.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="37.5" cy="16" r="4.8" fill="var(--mantine-color-sonne-3)" />
    </svg>
  );
}
