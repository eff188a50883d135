import { globSync, readFileSync } from 'node:fs';
import { createFakeRoom } from '@quietroom/testing';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { VideoRoom } from './index.ts';

describe('on a server, where there is no document', () => {
  it('can be imported and rendered', () => {
    expect(typeof document).toBe('undefined');
    const room = createFakeRoom();
    const html = renderToString(createElement(VideoRoom, { visit: room.createVisit() }));
    expect(html).toContain('aria-label="Video visit"');
  });
});

describe('in an app with server components', () => {
  const modules = globSync('packages/react/src/**/*.{ts,tsx}').filter((path) => !/\.(test|stories)\.tsx?$/.test(path));
  const isClient = (path: string) => readFileSync(path, 'utf8').startsWith("'use client';\n");

  it('every component says that it runs in the client', () => {
    const components = modules.filter((path) => path.endsWith('.tsx'));
    expect(components.length).toBeGreaterThan(20);
    expect(components.filter((path) => !isClient(path))).toEqual([]);
  });

  it('every hook says so, too', () => {
    const hooks = modules.filter((path) => /\/use-[a-z-]+\.ts$/.test(path));
    expect(hooks.length).toBeGreaterThan(8);
    expect(hooks.filter((path) => !isClient(path))).toEqual([]);
  });
});
