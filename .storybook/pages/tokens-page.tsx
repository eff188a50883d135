import { useLayoutEffect, useRef, useState } from 'react';

/** What is drawn on what: text, which needs 4.5, and lines and rings, which need 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs = [
  ['--qr-ink', '--qr-paper', 4.5],
  ['--qr-ink', '--qr-surface', 4.5],
  ['--qr-ink', '--qr-sunk', 4.5],
  ['--qr-ink-soft', '--qr-paper', 4.5],
  ['--qr-ink-soft', '--qr-surface', 4.5],
  ['--qr-accent', '--qr-surface', 4.5],
  ['--qr-on-accent', '--qr-accent', 4.5],
  ['--qr-on-accent', '--qr-accent-strong', 4.5],
  ['--qr-ink', '--qr-accent-soft', 4.5],
  ['--qr-on-danger', '--qr-danger', 4.5],
  ['--qr-danger', '--qr-surface', 4.5],
  ['--qr-ink', '--qr-danger-soft', 4.5],
  ['--qr-warn', '--qr-warn-soft', 4.5],
  ['--qr-ink', '--qr-warn-soft', 4.5],
  ['--qr-good', '--qr-good-soft', 4.5],
  ['--qr-on-tile', '--qr-tile', 4.5],
  ['--qr-line-strong', '--qr-surface', 3],
  ['--qr-focus', '--qr-paper', 3],
  ['--qr-focus', '--qr-surface', 3],
] as const;

const others = [
  '--qr-font',
  '--qr-font-heading',
  '--qr-text-tiny',
  '--qr-text-small',
  '--qr-text',
  '--qr-text-large',
  '--qr-text-title',
  '--qr-space-1',
  '--qr-space-2',
  '--qr-space-3',
  '--qr-space-4',
  '--qr-space-5',
  '--qr-space-6',
  '--qr-gap',
  '--qr-radius-small',
  '--qr-radius',
  '--qr-radius-large',
  '--qr-radius-button',
  '--qr-target',
  '--qr-shadow',
  '--qr-shadow-high',
  '--qr-quick',
  '--qr-calm',
];

type Rgb = readonly [red: number, green: number, blue: number];

/** Any colour CSS knows, as it comes out on a canvas. */
const paint = (colour: string): Rgb => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
};

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: Rgb, other: Rgb): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** The pairs of one theme, with the contrast they have here and now. */
function Pairs({ theme }: { readonly theme: 'light' | 'dark' | 'contrast' }) {
  const root = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const probe = root.current?.querySelector<HTMLElement>('.probe');
    if (!probe) return;
    const resolve = (variable: string) => {
      probe.style.color = `var(${variable})`;
      return paint(getComputedStyle(probe).color);
    };
    setMeasured(pairs.map(([text, ground]) => contrast(resolve(text), resolve(ground))));
  }, [theme]);
  return (
    <div ref={root} className="qr-root sb-unstyled" data-qr-theme={theme} style={{ padding: '1.25rem' }}>
      <span className="probe" hidden />
      <h3>{theme}</h3>
      <ul style={{ display: 'grid', gap: '0.5rem', gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))' }}>
        {pairs.map(([text, ground, wanted], index) => {
          const found = measured[index] ?? 0;
          return (
            <li
              key={text + ground}
              style={{
                background: `var(${ground})`,
                border: '1px solid var(--qr-line)',
                borderRadius: 'var(--qr-radius)',
                color: wanted === 3 ? 'var(--qr-ink)' : `var(${text})`,
                listStyle: 'none',
                padding: '0.75rem',
              }}
            >
              {wanted === 3 ? <hr style={{ border: 0, borderBlockStart: `3px solid var(${text})` }} /> : null}
              {text.slice(5)} on {ground.slice(5)}
              <br />
              <strong>{found.toFixed(1)}</strong> of {wanted}
              {found < wanted ? ', too little' : ''}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The other variables, with what they are now. */
function Values() {
  const root = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    if (!root.current) return;
    const style = getComputedStyle(root.current);
    setValues(others.map((variable) => style.getPropertyValue(variable).trim()));
  }, []);
  return (
    <>
      <div className="qr-root" ref={root} hidden />
      <table>
        <thead>
          <tr>
            <th>Variable</th>
            <th>Value</th>
          </tr>
        </thead>
        <tbody>
          {others.map((variable, index) => (
            <tr key={variable}>
              <td>
                <code>{variable}</code>
              </td>
              <td>{values[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The variables as the style sheet on this page has them; nothing is copied. */
export function Tokens() {
  return (
    <>
      <Pairs theme="light" />
      <Pairs theme="dark" />
      <Pairs theme="contrast" />
      <Values />
    </>
  );
}
