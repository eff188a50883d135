'use client';
import { Button } from '../button/button.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';
import { useNamesHidden } from '../roster-name/use-names-hidden.ts';
import { useVisit } from '../visit-context/use-visit.ts';

/** Reminds that this page is sharing a screen, and what it does about names meanwhile. */
export function OwnShare() {
  const sharing = useVisitState((state) => state.self.sending.screen);
  const namesHidden = useNamesHidden(useVisit());
  const { perform, pending } = useAction('shareScreen');
  const { say } = useWords();
  if (!sharing) return null;
  return (
    <div className="qr-note qr-notice">
      <Icon name="share" />
      <div className="qr-notice-body">
        <p>
          <strong>{say('stage.sharing')}</strong> {namesHidden ? say('stage.sharingNames') : null}
        </p>
        <Button
          pending={pending}
          onClick={() => {
            void perform({ on: false });
          }}
        >
          {say('stage.stopSharing')}
        </Button>
      </div>
    </div>
  );
}
