/** What a page of this bench can be told. The same for all three. */
export interface FramePage {
  /** Shows so many people, whose pictures have not come yet. */
  readonly show: (people: number) => Promise<void>;
  /** One person's picture is there: milliseconds until it is attached, and until a frame of it has been presented. */
  readonly arrive: (person: number) => Promise<{ readonly attached: number; readonly painted: number }>;
  /** The picture goes again. */
  readonly go: (person: number) => Promise<void>;
}

declare global {
  interface Window {
    readonly framePage: FramePage;
  }
}

/** A picture that changes sixty times a second, as a camera's does. */
export const createPicture = (): MediaStream => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const paper = canvas.getContext('2d');
  let turn = 0;
  const draw = () => {
    turn += 1;
    if (paper) {
      paper.fillStyle = `hsl(${turn % 360} 60% 40%)`;
      paper.fillRect(0, 0, canvas.width, canvas.height);
    }
    requestAnimationFrame(draw);
  };
  draw();
  return canvas.captureStream(60);
};

/** The event has come; what the page then does is measured until a frame is presented on the element it chose. */
export const timeArrival = async (
  announce: () => void,
  attached: Promise<HTMLVideoElement>,
): Promise<{ attached: number; painted: number }> => {
  const start = performance.now();
  announce();
  const video = await attached;
  const at = performance.now() - start;
  const painted = await new Promise<number>((resolve) => {
    video.requestVideoFrameCallback((_now, { presentationTime }) => {
      resolve(presentationTime - start);
    });
  });
  return { attached: at, painted };
};

/** Something that is promised now and told later. */
export const promised = <Value>() => {
  let keep: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
};
