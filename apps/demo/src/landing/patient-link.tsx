import { useState } from 'react';
import { QrCode } from './qr-code.tsx';

const onThisMachineOnly = /^(localhost|127\.|\[::1\])/;

/** The patient's address to copy to another browser or to scan with a phone. */
export const PatientLink = ({ address }: { readonly address: string }) => {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const link = new URL(address, window.location.origin).href;

  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => {
        setCopied('yes');
      },
      () => {
        setCopied('failed');
      },
    );
  };

  return (
    <div className="demo-patient-link">
      <button type="button" className="demo-button" onClick={copy}>
        Copy the patient’s link
      </button>
      <p role="status" className="demo-note">
        {copied === 'yes' && 'Copied. Open it in another window.'}
        {copied === 'failed' && `It could not be copied. The link is ${link}`}
      </p>
      <details>
        <summary>Show it as a code for a phone</summary>
        <QrCode text={link} label="The patient’s link as a QR code" />
        {onThisMachineOnly.test(window.location.hostname) && (
          <p className="demo-note">
            A phone cannot reach this address: the demo listens on this machine only. Start it with HOST set, behind
            HTTPS, and open it by a name the phone can reach.
          </p>
        )}
      </details>
    </div>
  );
};
