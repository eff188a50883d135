import { useId, useState, type SubmitEvent } from 'react';

/** Asks for the key that a server open to other machines wants of its clinician. */
export const ClinicianKeyForm = ({
  refused,
  onKey,
}: {
  readonly refused: boolean;
  readonly onKey: (key: string) => void;
}) => {
  const field = useId();
  const [key, setKey] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onKey(key);
  };
  return (
    <main className="demo-plain">
      <h1>The clinician’s key is needed</h1>
      <p>
        This server can be reached by other machines, so the clinician’s side opens only with the key it was started
        with (DEMO_CLINICIAN_KEY). Without that setting nobody can be clinician.
      </p>
      <form className="demo-field" onSubmit={submit}>
        <label htmlFor={field}>Clinician key</label>
        <input
          id={field}
          type="password"
          autoComplete="off"
          required
          value={key}
          onChange={(event) => {
            setKey(event.target.value);
          }}
        />
        <p role="alert" className="demo-problem">
          {refused && 'That is not the key. Check it and try again.'}
        </p>
        <button className="demo-button demo-button-primary" type="submit">
          Continue
        </button>
      </form>
    </main>
  );
};
