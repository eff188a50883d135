import { describe, expectTypeOf, it } from 'vitest';
import type { SealedContent } from '../messages/content.ts';
import type { Envelope } from '../messages/envelope.ts';
import type { OpaqueId, ParticipantId, Pseudonym } from './identity.ts';
import type { RoomAction, RoomActionType } from './room-action.ts';
import type { ConnectRequest, RoomConnection } from './room-adapter.ts';

// These are checked when the types are: what they describe does not compile.
describe('what must not happen does not compile', () => {
  it('there is no action for what has no safe form', () => {
    type Unsafe =
      | 'startStream'
      | 'stopStream'
      | 'rename'
      | 'broadcast'
      | 'sendMessage'
      | 'exportChat'
      | 'startPoll'
      | 'openWhiteboard'
      | 'openIntegration'
      | 'shareFile'
      | 'dialOut';
    expectTypeOf<Extract<RoomActionType, Unsafe>>().toEqualTypeOf<never>();
    // Closed: a new action must be added here on purpose.
    expectTypeOf<RoomActionType>().toEqualTypeOf<
      | 'publish'
      | 'setMicrophone'
      | 'setCamera'
      | 'selectDevice'
      | 'shareScreen'
      | 'raiseHand'
      | 'knock'
      | 'cancelKnock'
      | 'admit'
      | 'keepWaiting'
      | 'decline'
      | 'lock'
      | 'remove'
      | 'mute'
      | 'askToUnmute'
      | 'setRecording'
      | 'setCaptions'
      | 'endForEveryone'
    >();
    // @ts-expect-error a room cannot be asked to stream
    const _stream: RoomAction = { type: 'startStream', url: 'rtmp://stream.example' };
  });

  it('there is no way to write to everybody', () => {
    expectTypeOf<RoomConnection['deliver']>().parameters.toEqualTypeOf<[to: ParticipantId, envelope: Envelope]>();
    expectTypeOf<null>().not.toExtend<ParticipantId>();
    expectTypeOf<readonly ParticipantId[]>().not.toExtend<Parameters<RoomConnection['deliver']>[0]>();
    expectTypeOf<string>().not.toExtend<Envelope>();
    expectTypeOf<Uint8Array>().not.toExtend<Envelope>();
  });

  it('there is no file in a message', () => {
    expectTypeOf<SealedContent['type']>().toEqualTypeOf<'text' | 'ack' | 'consent' | 'withdraw' | 'control'>();
  });

  it('a name is no pseudonym, and a text no opaque id', () => {
    expectTypeOf<string>().not.toExtend<Pseudonym>();
    expectTypeOf<string>().not.toExtend<OpaqueId>();
    expectTypeOf<ConnectRequest['self']['name']>().toEqualTypeOf<Pseudonym>();
    expectTypeOf<ConnectRequest['self']['id']>().toEqualTypeOf<OpaqueId>();
  });
});
