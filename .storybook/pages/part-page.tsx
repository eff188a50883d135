import { ArgTypes, Description, DocsContext, Primary, Title } from '@storybook/addon-docs/blocks';
import { useContext } from 'react';
import { inside, table } from '../states.ts';

const statesOf = (id: string): readonly string[] =>
  [...Object.values(table), ...Object.values(inside)].flatMap((row) =>
    Object.entries(row).flatMap(([state, shown]) => ([shown].flat().includes(id) ? [state] : [])),
  );

function Stories() {
  const stories = useContext(DocsContext).componentStories();
  return (
    <>
      <h2>Its states</h2>
      <ul>
        {stories.map(({ id, name }) => {
          const states = [...new Set(statesOf(id))];
          return (
            <li key={id}>
              <a href={`?path=/story/${id}`} target="_top">
                {name}
              </a>
              {states.length > 0 ? `: ${states.join(', ')}` : ''}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The page of a part: what its own comments say, one story, what it takes, and a link to each of its states. */
export function PartPage() {
  return (
    <>
      <Title />
      <Description />
      <Primary />
      <h2>What it takes</h2>
      <ArgTypes />
      <Stories />
    </>
  );
}
