import { syntheticPeople } from '@quietroom/testing';
import type { Preview } from '@storybook/react-vite';
import '@quietroom/react/styles.css';

const names = Object.values(syntheticPeople).flatMap(({ name }) => name.split(' ').filter((part) => part.length > 4));

/** A real name stands in text, where replay masking finds it, and in no attribute and no title. */
const expectNoNameInAttributes = (): void => {
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map((attribute) => `${element.localName} ${attribute.name}: ${attribute.value}`),
  );
  const found = [document.title, ...attributes].filter((text) => names.some((name) => text.includes(name)));
  if (found.length > 0) throw new Error(`A name of the roster is in an attribute or the title: ${found.join('; ')}`);
};

const preview: Preview = {
  afterEach: expectNoNameInAttributes,
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
  },
};

export default preview;
