/** Milliseconds from the press. */
export interface JoinTimes {
  /** Until the page is in the room. */
  readonly inside: number;
  /** Until the picture of somebody who was there before is drawn. */
  readonly picture: number;
}

/** What the page of a vendor can be asked; `Seat` is what it needs to go into the room. */
export interface VendorPage<Seat> {
  /** Goes into the room and sends a picture, for the others to see. */
  readonly wait: (seat: Seat) => Promise<void>;
  readonly bare: (seat: Seat) => Promise<JoinTimes>;
  readonly adapter: (seat: Seat) => Promise<JoinTimes>;
}

/** Where the stand-in for the vendor's servers is. */
export const vendorAddress = (): string => new URL(location.href).searchParams.get('vendor') ?? location.origin;

/** What both ways in have open before the press. */
export const openDevices = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ audio: true, video: true });

/** An element that is on the screen: pictures of others are not asked for. */
export const screen = (): HTMLVideoElement => {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 320px; height: 240px';
  document.body.append(video);
  return video;
};

/** Resolves when the element has drawn its first picture. */
export const drawn = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      resolve();
    });
  });

/** Lets the bench ask. */
export const answer = <Seat>(page: VendorPage<Seat>): void => {
  Object.assign(window, { vendorPage: page });
};
