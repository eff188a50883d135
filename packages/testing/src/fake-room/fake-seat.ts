import {
  RoomError,
  type CaptureSource,
  type CloseReason,
  type ConnectRequest,
  type ParticipantId,
  type RoomAction,
  type RoomReport,
  type RoomSelf,
} from '@quietroom/core';

/** The page under test, as the room sees it: what it sends is read from its tracks. */
export interface FakeSeat {
  readonly request: ConnectRequest;
  readonly report: RoomReport;
  readonly self: () => RoomSelf;
  readonly set: (change: Partial<RoomSelf>) => void;
  /** Carries out what concerns this page alone; false when the action is not of that kind. */
  readonly performOwn: (action: RoomAction) => Promise<boolean>;
  readonly silence: (source: CaptureSource) => void;
  readonly close: (reason: CloseReason) => void;
  readonly open: () => boolean;
}

/** See {@link FakeSeat}. */
export function createFakeSeat(id: ParticipantId, request: ConnectRequest, report: RoomReport): FakeSeat {
  const { media } = request;
  const sent = new Map<CaptureSource, { readonly track: MediaStreamTrack; readonly forget: () => void }>();
  let open = true;
  let self: RoomSelf = {
    id,
    admission: 'outside',
    sending: { microphone: false, camera: false, screen: false },
    handRaised: false,
  };

  const set = (change: Partial<RoomSelf>) => {
    if (!open) return;
    self = { ...self, ...change };
    report.patch({ self: change });
  };
  const showSending = () => {
    const goesOut = (source: CaptureSource) => sent.get(source)?.track.muted === false;
    set({ sending: { microphone: goesOut('microphone'), camera: goesOut('camera'), screen: goesOut('screen') } });
  };

  const stop = (source: CaptureSource) => {
    const current = sent.get(source);
    if (current === undefined) return;
    current.forget();
    sent.delete(source);
  };
  const silence = (source: CaptureSource) => {
    if (!sent.has(source)) return;
    stop(source);
    media.release(source);
    showSending();
  };
  const send = async (source: CaptureSource) => {
    const track = await media.open(source);
    if (!open) {
      media.release(source);
      throw new RoomError('not-connected');
    }
    stop(source);
    const onEnded = () => {
      if (sent.get(source)?.track !== track) return;
      stop(source);
      showSending();
      report.notice({ type: 'source-ended', source });
    };
    const onMute = () => {
      if (source === 'microphone') {
        onEnded();
        return;
      }
      showSending();
      report.notice({ type: 'source-ended', source });
    };
    track.addEventListener('ended', onEnded);
    track.addEventListener('mute', onMute);
    track.addEventListener('unmute', showSending);
    sent.set(source, {
      track,
      forget: () => {
        track.removeEventListener('ended', onEnded);
        track.removeEventListener('mute', onMute);
        track.removeEventListener('unmute', showSending);
      },
    });
    showSending();
  };
  const turn = async (source: CaptureSource, on: boolean) => {
    if (on) await send(source);
    else silence(source);
  };

  const publish = async () => {
    const wanted = (['microphone', 'camera'] as const).filter((source) => media.wanted[source]);
    const outcomes = await Promise.allSettled(wanted.map(send));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') throw RoomError.from(outcome.reason, 'action-failed');
  };

  return {
    request,
    report,
    self: () => self,
    set,
    open: () => open,
    silence,
    performOwn: async (action) => {
      switch (action.type) {
        case 'publish':
          await publish();
          return true;
        case 'setMicrophone':
          await turn('microphone', action.on);
          return true;
        case 'setCamera':
          await turn('camera', action.on);
          return true;
        case 'shareScreen':
          await turn('screen', action.on);
          return true;
        case 'selectDevice':
          if (action.kind !== 'speaker' && sent.has(action.kind)) await send(action.kind);
          return true;
        case 'raiseHand':
          set({ handRaised: action.raised });
          return true;
        case 'knock':
          if (self.admission === 'outside') set({ admission: 'knocking' });
          return true;
        case 'cancelKnock':
          if (self.admission !== 'admitted') set({ admission: 'outside' });
          return true;
        default:
          return false;
      }
    },
    close: () => {
      for (const source of [...sent.keys()]) {
        stop(source);
        media.release(source);
      }
      open = false;
    },
  };
}
