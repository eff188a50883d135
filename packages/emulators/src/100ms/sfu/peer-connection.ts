import { RTCPeerConnection, RTCRtpCodecParameters, RTCRtpHeaderExtensionParameters, RTP_EXTENSION_URI } from 'werift';

/** The layers' names on the wire, best first. */
export const layerRids = { high: 'f', medium: 'h', low: 'q' } as const;

const extension = (uri: string) => new RTCRtpHeaderExtensionParameters({ uri });

/**
 * A connection to a browser on this machine: VP8 and Opus, on the loopback interface only, answering the browser's
 * checks and making none. So a browser's hidden addresses need no looking up. All goes over one transport from the
 * start: the library opens one for each section else, and after an answer forgets those it needs no more without closing
 * them.
 */
export const openPeerConnection = (): RTCPeerConnection =>
  new RTCPeerConnection({
    iceServers: [],
    bundlePolicy: 'max-bundle',
    iceLite: true,
    iceUseIpv6: false,
    iceInterfaceAddresses: { udp4: '127.0.0.1' },
    iceAdditionalHostAddresses: ['127.0.0.1'],
    codecs: {
      audio: [new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 })],
      video: [
        new RTCRtpCodecParameters({
          mimeType: 'video/VP8',
          clockRate: 90_000,
          rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'goog-remb' }],
        }),
      ],
    },
    headerExtensions: {
      audio: [extension(RTP_EXTENSION_URI.sdesMid), extension(RTP_EXTENSION_URI.audioLevelIndication)],
      video: [extension(RTP_EXTENSION_URI.sdesMid), extension(RTP_EXTENSION_URI.sdesRTPStreamID)],
    },
  });
