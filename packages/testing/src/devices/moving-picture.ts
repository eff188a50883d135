/** A picture that moves and says by its colour whose it is. */
export interface MovingPicture {
  readonly stream: MediaStream;
  readonly stop: () => void;
}

/** What a picture shows: somebody's head and shoulders, or a page with lines of text. */
export type Motif = 'person' | 'page';

/** One plain colour per person, far enough apart to be told by one pixel after a video codec. */
export const pictureColours = ['#1f6f8b', '#8b3a62', '#4f7942', '#b5651d', '#5b4b8a', '#7a7a2e'] as const;

/** The colour of the nth person. */
export const pictureColour = (index: number): string => pictureColours[index % pictureColours.length] ?? '#1f6f8b';

const width = 320;
const height = 180;
const framesPerSecond = 10;

const drawPerson = (context: CanvasRenderingContext2D, frame: number) => {
  const x = width / 2 + Math.sin(frame / 8) * 14;
  context.fillStyle = '#f2d6bd';
  context.beginPath();
  context.arc(x, height * 0.45, 32, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = '#26323a';
  context.beginPath();
  context.ellipse(x, height * 1.02, 78, 56, 0, 0, Math.PI * 2);
  context.fill();
};

const drawPage = (context: CanvasRenderingContext2D, frame: number) => {
  context.fillStyle = '#fbfbf8';
  context.fillRect(width * 0.18, height * 0.12, width * 0.64, height * 0.76);
  context.fillStyle = '#59636b';
  for (let line = 0; line < 8; line += 1) {
    context.fillRect(width * 0.24, height * (0.2 + line * 0.08), width * (0.3 + ((line * 7) % 5) * 0.05), 4);
  }
  context.fillRect(width * 0.24 + ((frame * 2) % 120), height * 0.84, 14, 3);
};

/**
 * Draws ten times a second and captures the canvas. The corners keep the plain colour, a white mark runs along the
 * lower edge. Null where there is no canvas to draw on.
 */
export function startMovingPicture(colour: string, motif: Motif = 'person'): MovingPicture | null {
  if (typeof document === 'undefined') return null;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  let frame = 0;
  const draw = () => {
    frame += 1;
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
    if (motif === 'person') drawPerson(context, frame);
    else drawPage(context, frame);
    context.fillStyle = '#ffffff';
    context.fillRect((frame * 4) % width, height - 8, 12, 8);
  };
  draw();
  const timer = setInterval(draw, 1000 / framesPerSecond);
  const stream = canvas.captureStream(framesPerSecond);
  return {
    stream,
    stop: () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
