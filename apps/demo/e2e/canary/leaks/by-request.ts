import type { Leak } from './leak.ts';

/** What goes out as a request, or in what a request carries. */
export const requestLeaks: readonly Leak[] = [
  { what: 'fetch, in the address', sink: 'request', leak: (name) => fetch(`/out?name=${encodeURIComponent(name)}`) },
  {
    what: 'fetch, in a header',
    sink: 'request-header',
    leak: (name) => fetch('/out', { headers: { 'x-patient': encodeURIComponent(name) } }),
  },
  {
    what: 'fetch, in the body',
    sink: 'request-body',
    leak: (name) => fetch('/out', { method: 'POST', body: JSON.stringify({ displayName: name }) }),
  },
  {
    what: 'fetch, compressed',
    sink: 'request-body',
    leak: async (name) => {
      const packed = new Blob([JSON.stringify({ name })]).stream().pipeThrough(new CompressionStream('gzip'));
      await fetch('/out', { method: 'POST', body: await new Response(packed).arrayBuffer() });
    },
  },
  {
    what: 'XMLHttpRequest',
    sink: 'request-body',
    leak: (name) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = resolve;
        request.open('POST', '/out');
        request.send(new URLSearchParams({ name }));
      }),
  },
  {
    what: 'an upload, by its file name',
    sink: 'request-body',
    leak: (name) => {
      const form = new FormData();
      form.append('file', new File(['scan'], `${name}.pdf`));
      return fetch('/out', { method: 'POST', body: form });
    },
  },
  {
    what: 'the address of the page, as Referer',
    sink: 'request-header',
    leak: async (name) => {
      const before = location.href;
      history.replaceState(null, '', `/out?patient=${encodeURIComponent(name)}`);
      await fetch('/out', { referrerPolicy: 'unsafe-url' });
      history.replaceState(null, '', before);
    },
  },
  {
    what: 'sendBeacon',
    sink: 'beacon',
    leak: (name) => navigator.sendBeacon('/out', JSON.stringify({ session: { user: name } })),
  },
  {
    what: 'a picture that counts visits',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const pixel = new Image();
        pixel.onload = pixel.onerror = resolve;
        pixel.src = `/out/pixel.gif?u=${btoa(name)}`;
      }),
  },
  {
    what: 'a script',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = script.onerror = resolve;
        script.src = `/out?callback=x&who=${encodeURIComponent(encodeURIComponent(name))}`;
        document.head.append(script);
      }),
  },
  {
    what: 'an embedded page, by its address',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = resolve;
        frame.src = `/out?displayName=${encodeURIComponent(name)}`;
        document.body.append(frame);
      }),
  },
  {
    what: 'a style sheet',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = link.onerror = resolve;
        link.href = `/out?avatar=${name.replaceAll(' ', '-')}.css`;
        document.head.append(link);
      }),
  },
  {
    what: 'a picture named in a style',
    sink: 'request',
    leak: async (name) => {
      const photo = document.createElement('div');
      photo.style.cssText = `width:9px;height:9px;background:url("/out/${encodeURIComponent(name)}.png")`;
      document.body.append(photo);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    },
  },
  {
    what: 'a form',
    sink: 'request-body',
    leak: (name) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.name = 'answer';
        const form = document.createElement('form');
        Object.assign(form, { method: 'POST', action: '/out', target: 'answer' });
        const field = document.createElement('input');
        Object.assign(field, { name: 'patient', value: name });
        form.append(field);
        document.body.append(frame, form);
        frame.onload = () => {
          if (frame.contentWindow?.location.href !== 'about:blank') resolve(null);
        };
        form.submit();
      }),
  },
];
