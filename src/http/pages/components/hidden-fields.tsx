/** What else an address or a form holds, sent along unseen. */
export function HiddenFields({ fields, except }: { fields: URLSearchParams; except: string }) {
  return (
    <>
      {[...fields]
        .filter(([name]) => name !== except)
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
