import type { Line } from './line.ts';
import type { MediaLeg } from './sfu/media-leg.ts';
import type { PushName, Pushes, TrackState, WirePeer, WirePeerWithTracks } from './wire.ts';

/** Whoever has a line to the room or had one a moment ago, and telephones, which have none. */
export class Peer {
  /** The id the client gave itself. It keeps it when it reconnects. */
  readonly id: string;
  /** The customer's id of the person, out of the token. */
  readonly userId: string;
  readonly type: 'regular' | 'sip';
  role: string;
  name = '';
  data = '';
  /** When it joined, in milliseconds since the epoch. Null while it only previews. */
  joinedAt: number | null = null;
  line: Line | null = null;
  media: MediaLeg | null = null;
  readonly groups = new Set<string>();
  readonly tracks = new Map<string, TrackState>();
  /** The token of a change of role that it was asked for and has not answered. */
  offeredRole: { readonly role: string; readonly token: string } | null = null;
  /** Its connection as others are told of it, from 0 to 5. */
  quality = 5;

  constructor(id: string, userId: string, role: string, type: 'regular' | 'sip' = 'regular') {
    this.id = id;
    this.userId = userId;
    this.role = role;
    this.type = type;
  }

  /** Says something to its browser, if it is there. */
  push<Name extends PushName>(method: Name, params: Pushes[Name]): void {
    this.line?.push(method, params);
  }

  /** As others are told of it. */
  describe(): WirePeer {
    const { name, data, type, userId } = this;
    return { peer_id: this.id, role: this.role, groups: [...this.groups], info: { name, data, user_id: userId, type } };
  }

  /** The same with what it sends. */
  describeFully(): WirePeerWithTracks {
    const tracks = Object.fromEntries(this.tracks);
    return { ...this.describe(), joined_at: this.joinedAt ?? 0, realtime: true, tracks };
  }
}
