'use client';
import * as Dialog from '@radix-ui/react-dialog';
import { Button } from '../button/button.tsx';
import { Modal } from '../dialog/modal.tsx';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { About } from './about.tsx';
import { Attestations } from './attestations.tsx';
import { downloadFile } from './download-file.ts';
import { Fold } from './fold.tsx';
import { Checked, Loosened, ToLookAt } from './standing-lists.tsx';
import { useSafetyReport } from './use-safety-report.ts';
import { WhoRefuses } from './who-refuses.tsx';

/** See {@link VisitSafety}. */
export interface VisitSafetyProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/**
 * What is known about the safety of this visit: what was checked and how, what is not as it should be and what to do,
 * what the clinic attests, who refuses what, and what is not known. Can be taken along as a file that names nobody.
 */
export function VisitSafety({ open, onOpenChange }: VisitSafetyProps) {
  return open ? <SafetyDialog onOpenChange={onOpenChange} /> : null;
}

function SafetyDialog({ onOpenChange }: Pick<VisitSafetyProps, 'onOpenChange'>) {
  const { say, locale, reviewed } = useLaterWords();
  const { role } = useVisit();
  const report = useSafetyReport();
  const specialist = role === 'clinician';
  const loosened = report.rules.filter((rule) => rule.loosened !== null);
  const standing = report.rules.filter((rule) => rule.loosened === null);
  const broken = standing.filter(({ verdict }) => verdict !== 'met');
  const grave = broken.some(({ effect }) => effect !== 'warn');
  const tone = grave ? 'danger' : broken.length > 0 ? 'warn' : 'good';

  return (
    <Modal
      onOpenChange={onOpenChange}
      className="qr-safety"
      onOpenAutoFocus={(event) => {
        // It is read from its beginning; the first thing that can be pressed is far below.
        event.preventDefault();
        (event.currentTarget as HTMLElement).focus();
      }}
    >
      <div className="qr-stack">
        <Dialog.Title className="qr-title">{say('safety.heading')}</Dialog.Title>
        <Dialog.Description className="qr-soft">{say('safety.description')}</Dialog.Description>
        {reviewed && locale.startsWith('en') ? null : (
          <p className="qr-soft qr-small">
            {reviewed ? null : say('safety.unreviewed')} {say('safety.inEnglish')}
          </p>
        )}
      </div>
      <p className="qr-safety-summary" data-tone={tone} role="status">
        <span className="qr-safety-sign">
          <Icon name={tone === 'good' ? 'check' : 'warning'} />
        </span>
        <strong>
          {broken.length === 0 ? say('safety.allWell') : say('safety.toLookAt', { count: broken.length })}
        </strong>
      </p>
      <ToLookAt rules={broken} />
      <Checked rules={standing.filter(({ verdict }) => verdict === 'met')} />
      <Loosened rules={loosened} />
      {report.attestations.length === 0 ? null : (
        <Fold heading={say('safety.attested')} open={specialist}>
          <Attestations attestations={report.attestations} />
        </Fold>
      )}
      <Fold heading={say('safety.refuses')} open={specialist}>
        <WhoRefuses refusedBy={report.refusedBy} />
      </Fold>
      <Fold heading={say('safety.notKnown')} open={specialist}>
        <p className="qr-soft qr-small">{say('safety.technical')}</p>
        <ul className="qr-safety-plain" lang="en" dir="ltr">
          {report.unknown.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </Fold>
      <Fold heading={say('safety.proven')} open={false}>
        <p className="qr-soft qr-small">{say('safety.technical')}</p>
        <ul className="qr-safety-plain" lang="en" dir="ltr">
          {report.verified.map(({ what, check }) => (
            <li key={what}>
              {what} <code>{check}</code>
            </li>
          ))}
        </ul>
      </Fold>
      <About report={report} />
      <div className="qr-dialog-actions">
        <p className="qr-soft qr-small">{say('safety.downloadHint')}</p>
        <Button
          onClick={({ currentTarget: { ownerDocument } }) => {
            downloadFile(report, ownerDocument);
          }}
        >
          {say('safety.download')}
        </Button>
        <Dialog.Close asChild>
          <Button kind="primary">{say('safety.done')}</Button>
        </Dialog.Close>
      </div>
    </Modal>
  );
}
