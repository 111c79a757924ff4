/** Text that is cut after two lines, so that rows keep their height; the whole stands in its title. */
export function TwoLines({ text, small = false }: { readonly text: string | null; readonly small?: boolean }) {
  if (text === null) return null;
  return (
    <span className={`two-lines${small ? ' small second' : ''}`} title={text}>
      {text}
    </span>
  );
}
