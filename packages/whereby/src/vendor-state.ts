/** The part of the vendor's state that this adapter reads. Written out so that the reading is pure and can be tested. */
export interface VendorState {
  readonly roomConnection: { readonly status: string; readonly error?: string | null | undefined };
  readonly localParticipant: {
    readonly id: string;
    readonly roleName: string;
    readonly stickyReaction?: unknown;
  };
  readonly remoteParticipants: { readonly remoteParticipants: readonly VendorParticipant[] };
  readonly waitingParticipants: {
    readonly waitingParticipants: readonly { readonly id: string; readonly displayName: string | null }[];
  };
  readonly room: { readonly isLocked: boolean; readonly mode: string | null };
  readonly cloudRecording: { readonly isRecording: boolean };
  readonly liveCaptions: { readonly isCaptioning: boolean };
  readonly liveTranscription: { readonly isTranscribing: boolean };
}

/** Somebody in the vendor's state, people and machines alike. */
export interface VendorParticipant {
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly roleName: string;
  readonly isAudioEnabled: boolean;
  readonly isVideoEnabled: boolean;
  readonly isAudioRecorder: boolean;
  readonly isDialIn: boolean;
  readonly stickyReaction?: unknown;
  readonly stream: VendorStream | null;
  readonly presentationStream: VendorStream | null;
}

/** A stream, as far as it matters which lines it has. */
export interface VendorStream {
  getAudioTracks(): readonly MediaStreamTrack[];
  getVideoTracks(): readonly MediaStreamTrack[];
}
