'use client';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { focusNearest, focusPlaces } from '../focus/focus-places.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { PartBoundary } from '../part-boundary/part-boundary.tsx';
import { Control } from '../toolbar/control.tsx';
import { usePortal } from '../visit-context/use-visit.ts';
import { carryStyles } from './carry-styles.ts';
import { closeSmallWindow, documentPictureInPicture } from './document-picture-in-picture.ts';
import { SmallWindow } from './small-window.tsx';

const smallInLarge = 'M21 11V6a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h5M14 14h7v6h-7Z';
/** Wide enough for an interpreter beside whoever speaks. */
const size = { width: 420, height: 300 };

/**
 * “Small window”: the visit above whatever else is on the screen, while somebody reads a document or writes a note. Absent
 * where the browser has no document picture-in-picture. Belongs in a `Toolbar`.
 */
export function SmallWindowControl() {
  const { say } = useLaterWords();
  const words = useWords();
  const root = usePortal()?.parentElement;
  const [opened, setOpened] = useState<Window | null>(null);

  useEffect(() => {
    if (!opened) return;
    // By now whatever was pressed to open it has handed the focus on.
    const places = focusPlaces(document.activeElement);
    const closed = () => {
      setOpened(null);
      focusNearest(places);
    };
    opened.addEventListener('pagehide', closed);
    return () => {
      opened.removeEventListener('pagehide', closed);
      opened.close();
    };
  }, [opened]);

  const open = async () => {
    const view = (await documentPictureInPicture()?.requestWindow(size)) as (Window & typeof globalThis) | undefined;
    if (!view) return;
    carryStyles(document, view);
    view.document.documentElement.lang = words.locale;
    view.document.title = words.say('room.label');
    view.document.body.style.margin = '0';
    setOpened(view);
  };

  if (!documentPictureInPicture()) return null;
  return (
    <>
      <Control
        icon={<IconPath path={smallInLarge} />}
        label={say(opened ? 'pip.close' : 'pip.open')}
        tone={opened ? 'active' : undefined}
        onPress={() => {
          if (opened) closeSmallWindow();
          // Refused where nobody pressed anything, as by a script.
          else open().catch(() => undefined);
        }}
      />
      {opened &&
        createPortal(
          <main className="qr-root" lang={words.locale} dir={words.direction} data-qr-theme={root?.dataset['qrTheme']}>
            <PartBoundary>
              <SmallWindow />
            </PartBoundary>
          </main>,
          opened.document.body,
        )}
    </>
  );
}
