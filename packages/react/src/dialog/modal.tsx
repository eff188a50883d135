'use client';
import { Content, Portal, Root, type DialogContentProps, type DialogProps } from '@radix-ui/react-dialog';
import { clsx } from 'clsx';
import { useReturnFocus } from '../focus/use-return-focus.ts';
import { usePortal } from '../visit-context/use-visit.ts';

/** See {@link Modal}. */
export interface ModalProps extends Omit<DialogContentProps, 'role' | 'onCloseAutoFocus'> {
  readonly open?: boolean;
  readonly onOpenChange: NonNullable<DialogProps['onOpenChange']>;
  /** Asks what has to be answered: a press beside it closes nothing, and the focus begins on what changes nothing. */
  readonly question?: boolean;
  /** Covers what is behind it in another way. */
  readonly veil?: string;
}

/** Beside a `Close` of a question: what changes nothing. */
export const wayBack = { 'data-qr-way-back': '' };

const prevent = (event: Event): void => {
  event.preventDefault();
};
const focusWayBack = (event: Event): void => {
  const back = (event.currentTarget as HTMLElement).querySelector<HTMLElement>('[data-qr-way-back]');
  if (back === null) return;
  event.preventDefault();
  back.focus({ preventScroll: true });
};

/**
 * A dialog before everything else, in the room's own place and look; the focus goes back to where it was. Without
 * Radix's own overlay, whose scroll lock weighs as much as the dialog and puts a `<style>` into the page: the sheet
 * holds the page still.
 */
export function Modal({ open = true, onOpenChange, question = false, veil, className, children, ...rest }: ModalProps) {
  const portal = usePortal();
  const returnFocus = useReturnFocus(open);
  return (
    <Root open={open} onOpenChange={onOpenChange}>
      <Portal container={portal}>
        <div className={clsx('qr-overlay', veil)} />
        <Content
          {...(question && {
            role: 'alertdialog',
            onPointerDownOutside: prevent,
            onInteractOutside: prevent,
            onOpenAutoFocus: focusWayBack,
          })}
          {...rest}
          className={clsx('qr-dialog', className)}
          onCloseAutoFocus={returnFocus}
        >
          {children}
        </Content>
      </Portal>
    </Root>
  );
}
