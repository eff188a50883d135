import type { AppliedEffect } from './media-effect.ts';

/**
 * Makes the track that comes out of an effect stand for the device it came from: stopping it turns the device off, and
 * what befalls the device befalls it. Whoever is lent it need not know that there is an effect.
 * @returns the stream to lend
 */
export function standFor(device: MediaStreamTrack, applied: AppliedEffect): MediaStream {
  const { stream } = applied;
  const [track] = stream.getTracks();
  if (track === undefined) throw new TypeError('The effect gave no track.');
  const end = track.stop.bind(track);
  const pass = ({ type }: Event) => {
    track.dispatchEvent(new Event(type));
  };
  const onEnded = () => {
    track.stop();
    track.dispatchEvent(new Event('ended'));
  };
  track.stop = () => {
    // The effect may stop it in its turn.
    track.stop = end;
    device.removeEventListener('ended', onEnded);
    device.removeEventListener('mute', pass);
    device.removeEventListener('unmute', pass);
    device.stop();
    applied.stop();
    end();
  };
  track.getSettings = () => device.getSettings();
  Object.defineProperty(track, 'muted', { get: () => device.muted, configurable: true });
  // However it ended, the device’s light goes off.
  track.addEventListener('ended', () => {
    track.stop();
  });
  device.addEventListener('ended', onEnded);
  device.addEventListener('mute', pass);
  device.addEventListener('unmute', pass);
  if (device.readyState === 'ended') track.stop();
  return stream;
}
