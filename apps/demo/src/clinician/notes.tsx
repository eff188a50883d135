import { useId, useState } from 'react';

/** The clinician's own notes: in this page's memory, sent nowhere, gone with the page. */
export const Notes = ({ covered }: { readonly covered: boolean }) => {
  const [text, setText] = useState('');
  const field = useId();
  const hint = useId();
  return (
    <section className="demo-panel demo-notes" aria-labelledby={`${field}-heading`}>
      <h2 id={`${field}-heading`}>Notes</h2>
      {covered ? (
        <p className="demo-note">Hidden while you share your screen. Your notes are kept.</p>
      ) : (
        <>
          <label htmlFor={field}>Private notes</label>
          <textarea
            id={field}
            aria-describedby={hint}
            rows={8}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <p id={hint} className="demo-note">
            Only on this page, and gone when it closes. Copy what belongs into the record.
          </p>
        </>
      )}
    </section>
  );
};
