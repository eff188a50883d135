import './count-renders.ts';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import '@quietroom/react/styles.css';

// Testing Library does both by itself only where the test functions are globals, which they are not here.
const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

beforeAll(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = true;
});

afterEach(cleanup);

afterAll(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = false;
});
