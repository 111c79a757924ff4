/** An 18-digit number drawn in its parts by margins: what is copied are the 18 digits. */
export function Nip({ value }: { readonly value: string }) {
  if (!/^\d{18}$/.test(value)) return <span className="nip">{value}</span>;
  const parts = [value.slice(0, 8), value.slice(8, 14), value.slice(14, 15), value.slice(15)];
  return (
    <span className="nip">
      {parts.map((part, at) => (
        // The parts never move.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at}>{part}</span>
      ))}
    </span>
  );
}
