import type { ReactNode } from 'react';
import { inside, situations, table } from '../states.ts';

const link = (id: string): ReactNode => (
  <a key={id} href={`?path=/story/${id}`} target="_top">
    {id.split('--')[1]?.replaceAll('-', ' ')}
  </a>
);

const meaning = (state: string): string | undefined => (situations as Readonly<Record<string, string>>)[state];

/** The table of every part in every state, from the one that is checked. */
export function StatesTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Part</th>
          <th>State</th>
          <th>What a person meets</th>
          <th>Story</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries({ ...table, ...inside }).flatMap(([part, row]) =>
          Object.entries(row).map(([state, shown], index, { length }) => (
            <tr key={`${part} ${state}`}>
              {index === 0 ? <th rowSpan={length}>{part}</th> : null}
              <td>{state}</td>
              <td>{meaning(state)}</td>
              <td>{[shown].flat().map(link)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
