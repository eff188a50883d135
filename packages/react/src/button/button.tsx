'use client';
import { clsx } from 'clsx';
import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react';

/** See {@link Button}. */
export interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'disabled' | 'type'> {
  /** `primary` once per screen; `danger` for what cannot be taken back. Default `quiet`. */
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'plain' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly icon?: ReactNode;
  /** It was pressed and is being carried out: further presses do nothing. */
  readonly pending?: boolean | undefined;
  /** It cannot be pressed now. It stays focusable, so that people can find out why: describe it with `aria-describedby`. */
  readonly locked?: boolean | undefined;
}

/** A button with a visible label. Never `disabled`: what cannot be pressed keeps the focus and says why. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind = 'quiet', type = 'button', icon, pending = false, locked = false, className, onClick, children, ...rest },
  ref,
) {
  const idle = pending || locked;
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={clsx('qr-button', className)}
      data-kind={kind}
      data-pending={pending ? '' : undefined}
      aria-disabled={idle || undefined}
      onClick={
        idle
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    >
      {icon}
      {children}
    </button>
  );
});
