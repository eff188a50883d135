import { RoomError, type Admission, type RoomReport } from '@quietroom/core';
import { farewell } from './chat-carrier.ts';
import { joinErrorOf, type VendorLine } from './vendor-line.ts';

/** How long the room may take to take a knock back, in milliseconds. */
const answerWithin = 5000;

/** Where this page stands with the room. The vendor's word for it changes while its line is down; this does not. */
export class Door {
  readonly #line: VendorLine;
  readonly #report: Pick<RoomReport, 'ended' | 'failed'>;
  #admission: Admission = 'outside';
  #inside = false;
  #wantsIn = false;
  #link: 'up' | 'interrupted' = 'up';
  /** A host said that the visit is over: being removed means that, from then on. */
  #endingForEveryone = false;

  constructor(line: VendorLine, report: Pick<RoomReport, 'ended' | 'failed'>) {
    this.#line = line;
    this.#report = report;
  }

  get admission(): Admission {
    return this.#admission;
  }

  /** Whether this page has been inside since it connected. */
  get inside(): boolean {
    return this.#inside;
  }

  /** Whether the line to the room stands. */
  get link(): 'up' | 'interrupted' {
    return this.#link;
  }

  /** Whether the room takes this page for its host. */
  get isHost(): boolean {
    return this.#admission === 'admitted' && this.#line.state().localParticipant.roleName === 'host';
  }

  /** This page has come as far as it gets without asking. */
  arrive(): void {
    this.#wantsIn = this.#status === 'connected';
  }

  hearFarewell(): void {
    this.#endingForEveryone = true;
  }

  knock(): void {
    if (this.#admission !== 'outside') return;
    this.#wantsIn = true;
    this.#line.room.knock();
  }

  /** @throws RoomError `action-failed` when the room does not say that the knock is over */
  async cancelKnock(): Promise<void> {
    if (this.#admission !== 'knocking' && this.#admission !== 'kept-waiting') return;
    const line = this.#line;
    this.#wantsIn = false;
    this.#admission = 'outside';
    if (this.#status === 'knock_on_hold') {
      // The client refuses to withdraw for somebody kept waiting.
      line.socket.emit('cancel_room_knock');
      line.client.getStore().dispatch({ type: 'roomConnection/connectionStatusChanged', payload: 'ready' });
    } else line.room.cancelKnock();
    await line
      .until(({ roomConnection: { status } }) => status === 'room_locked', answerWithin)
      .catch((error: unknown) => {
        throw new RoomError('action-failed', { cause: error });
      });
  }

  /** Follows the vendor's word for where this page stands. */
  follow(): void {
    const { room } = this.#line;
    const { status, error } = this.#line.state().roomConnection;
    switch (status) {
      case 'connected':
        if (!this.#wantsIn) {
          // Let in by a host who answered a request that was just withdrawn.
          this.#report.failed(new RoomError('cancelled'));
          return;
        }
        this.#admission = 'admitted';
        this.#inside = true;
        this.#link = 'up';
        return;
      case 'room_locked':
        this.#admission = this.#wantsIn ? 'knocking' : 'outside';
        this.#link = 'up';
        // The line was down, and the request to join with it.
        if (this.#wantsIn) room.knock();
        return;
      case 'knocking':
        if (this.#wantsIn) this.#admission = 'knocking';
        this.#link = 'up';
        return;
      case 'knock_on_hold':
        if (this.#wantsIn) this.#admission = 'kept-waiting';
        return;
      case 'knock_rejected':
        this.#report.ended(room.getState().knockResponse?.message === farewell ? 'ended-for-everyone' : 'declined');
        return;
      case 'kicked':
        this.#report.ended(this.#endingForEveryone ? 'ended-for-everyone' : 'removed');
        return;
      case 'left':
        this.#report.failed(new RoomError('connection-lost'));
        return;
      case 'disconnected':
      case 'reconnecting':
        if (error) this.#report.failed(joinErrorOf(error));
        else this.#link = 'interrupted';
        return;
      case 'connecting':
      case 'ready':
      case 'leaving':
        return;
    }
  }

  get #status() {
    return this.#line.state().roomConnection.status;
  }
}
