/** The direct connections that the page makes from here on, in order, until it is told to stop looking. */
export interface DirectConnections {
  readonly made: RTCPeerConnection[];
  readonly stop: () => void;
}

/** Looks over the browser's shoulder: every connection stays what it is. */
export const watchDirectConnections = (): DirectConnections => {
  const made: RTCPeerConnection[] = [];
  const Browser = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Browser {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
  return {
    made,
    stop: () => {
      globalThis.RTCPeerConnection = Browser;
    },
  };
};

/** Of two ends of a connection in this page, the one that sends something. */
export const sendingEnd = (made: readonly RTCPeerConnection[]): RTCPeerConnection => {
  const end = made.find((connection) => connection.getSenders().some(({ track }) => track !== null));
  if (end === undefined) throw new Error('Nothing is sent.');
  return end;
};

/** What is sent of a picture over one connection. */
export interface PictureSent {
  readonly bytes: number;
  /** The width it was last encoded in, in pixels. */
  readonly width: number;
}

/** Reads what was sent of the pictures of a connection so far, the camera's line first. */
export const picturesSent = async (connection: RTCPeerConnection): Promise<readonly PictureSent[]> => {
  const sent: PictureSent[] = [];
  const report = await connection.getStats();
  for (const entry of report.values() as Iterable<RTCOutboundRtpStreamStats>)
    if (entry.type === 'outbound-rtp' && entry.kind === 'video')
      sent[Number(entry.mid) - 1] = { bytes: entry.bytesSent ?? 0, width: entry.frameWidth ?? 0 };
  return sent;
};

/** Nothing arrives at this page from anybody any more, as it would see it, until the answer is called. */
export const deafen = (): (() => void) => {
  const send = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, 'send');
  const heard = Object.getOwnPropertyDescriptor(RTCRtpReceiver.prototype, 'getSynchronizationSources');
  RTCDataChannel.prototype.send = () => undefined;
  RTCRtpReceiver.prototype.getSynchronizationSources = () => [];
  return () => {
    if (send) Object.defineProperty(RTCDataChannel.prototype, 'send', send);
    if (heard) Object.defineProperty(RTCRtpReceiver.prototype, 'getSynchronizationSources', heard);
  };
};
