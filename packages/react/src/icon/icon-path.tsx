'use client';
/** A line drawing in the colour of the text around it, for parts that bring their own. Hidden from assistive technology. */
export function IconPath({ path }: { readonly path: string }) {
  return (
    <svg
      className="qr-icon"
      aria-hidden
      width={22}
      height={22}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
