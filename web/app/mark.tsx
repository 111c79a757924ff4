/** The mark: a square (Simpeg) and a circle (BKN); their overlap is left open: what both agree on. */
export function Mark() {
  return (
    <svg width="27" height="19" viewBox="0 0 28 20" aria-hidden="true">
      <rect x="1" y="2" width="16" height="16" fill="var(--simpeg)" />
      <circle cx="18.5" cy="10" r="8.5" fill="var(--bkn)" />
      <path d="M17 2v16A8.5 8.5 0 0 1 17 2z" fill="var(--bg)" />
    </svg>
  );
}
