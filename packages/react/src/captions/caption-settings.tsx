'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { useMemo } from 'react';
import { Button } from '../button/button.tsx';
import { Modal } from '../dialog/modal.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';
import { captionChoices, standardLook, type CaptionChoice, type CaptionLook } from './caption-choices.ts';
import { useCaptionPreferences } from './caption-look.ts';
import { styleOf } from './look-style.ts';

type Option = CaptionLook[CaptionChoice];
type Numeral = Extract<Option, `${number}`>;

const choices = Object.keys(captionChoices) as CaptionChoice[];
const isNumeral = (option: Option): option is Numeral => /^\d/.test(option);

interface CaptionSettingsProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** How captions look on this page, with an example of it. */
export function CaptionSettings({ open, onOpenChange }: CaptionSettingsProps) {
  return open ? <CaptionDialog onOpenChange={onOpenChange} /> : null;
}

function CaptionDialog({ onOpenChange }: Pick<CaptionSettingsProps, 'onOpenChange'>) {
  const { locale, say } = useLaterWords();
  const words = useWords();
  const [{ look, readAloud }, prefer] = useCaptionPreferences();
  const percent = useMemo(() => new Intl.NumberFormat(locale, { style: 'percent' }), [locale]);
  const nameOf = (choice: CaptionChoice, option: Option): string => {
    if (!isNumeral(option)) return say(`captions.${option}`);
    return choice === 'lines' ? Number(option).toLocaleString(locale) : percent.format(Number(option) / 100);
  };

  return (
    <Modal onOpenChange={onOpenChange} aria-describedby={undefined}>
      <Dialog.Title className="qr-title">{say('captions.settings')}</Dialog.Title>
      <div className="qr-captions-area" style={styleOf(look)}>
        <p className="qr-caption">
          <span>{say('captions.sample')}</span>
        </p>
      </div>
      <div className="qr-caption-choices">
        {choices.map((choice) => (
          <label key={choice} className="qr-field">
            <span className="qr-label">{say(`captions.${choice}`)}</span>
            <select
              className="qr-input"
              value={look[choice]}
              onChange={({ target }) => {
                prefer((now) => ({ ...now, look: { ...now.look, [choice]: target.value } }));
              }}
            >
              {captionChoices[choice].map((option) => (
                <option key={option} value={option}>
                  {nameOf(choice, option)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <label className="qr-check">
        <input
          type="checkbox"
          checked={readAloud}
          onChange={({ target }) => {
            prefer((now) => ({ ...now, readAloud: target.checked }));
          }}
        />
        {say('captions.readAloud')}
      </label>
      <div className="qr-dialog-actions">
        <Button
          onClick={() => {
            prefer((now) => ({ ...now, look: standardLook }));
          }}
        >
          {say('captions.reset')}
        </Button>
        <Dialog.Close asChild>
          <Button kind="primary">{words.say('settings.done')}</Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
