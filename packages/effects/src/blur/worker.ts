// Runs in a worker of its own, as a plain script: the vendor's code is loaded with importScripts and expects a page.
// Written without imports, because `quietroom-effects copy` serves it as it is.

/** What the page sends. */
type ToWorker =
  | { readonly type: 'start'; readonly streams: Streams | null }
  | { readonly type: 'frame'; readonly bitmap: ImageBitmap | null };

interface Streams {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
}

interface Segmenter {
  setOptions(options: { readonly modelSelection: 0 | 1; readonly selfieMode: boolean }): void;
  onResults(listener: (results: { readonly segmentationMask: ImageBitmap }) => void): void;
  initialize(): Promise<void>;
  send(input: { readonly image: OffscreenCanvas }): Promise<void>;
}

interface WorkerScope {
  window?: unknown;
  document?: unknown;
  console: Pick<Console, 'log' | 'info' | 'warn' | 'error'>;
  readonly location: { readonly href: string };
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  readonly SelfieSegmentation?: new (options: { readonly locateFile: (file: string) => string }) => Segmenter;
  importScripts(...addresses: string[]): void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

(() => {
  // The DOM types describe a page; this is a worker.
  const scope = globalThis as object as WorkerScope;

  /** Masks are made at the size the model knows, at most this often: 15 a second. */
  const maskSize = { width: 256, height: 144 };
  const leastMilliseconds = 1000 / 15;
  /** At most two thirds of this thread's time, so that a machine without a graphics card can still hold the visit. */
  const rest = 0.5;
  /** Fewer than five pictures a second are told as too slow, and six as fast enough again. */
  const slowMilliseconds = 200;
  const fastMilliseconds = 165;
  const hangsAfter = 8_000;
  /** The first picture compiles what the others use. */
  const firstHangsAfter = 40_000;

  const locateFile = (file: string) => new URL(file, scope.location.href).href;

  /** The vendor looks for a page; its own branch for workers loads the model as if it were a script. */
  const standInForPage = () => {
    const element = () => {
      const listeners: Record<string, () => void> = {};
      const made = {
        src: '',
        listeners,
        setAttribute: (name: string, value: string) => {
          if (name === 'src') made.src = value;
        },
        addEventListener: (name: string, listener: () => void) => {
          listeners[name] = listener;
        },
      };
      return made;
    };
    scope.window = scope;
    scope.document = {
      createElement: (name: string) => (name === 'canvas' ? new OffscreenCanvas(1, 1) : element()),
      addEventListener: () => undefined,
      body: {
        appendChild: (script: ReturnType<typeof element>) => {
          scope.importScripts(script.src);
          script.listeners['load']?.();
        },
      },
    };
    // It prints what it finds out about the graphics card.
    const silent = () => undefined;
    scope.console.log = scope.console.info = scope.console.warn = scope.console.error = silent;
  };

  const surface = (width = 1, height = 1) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('There is no canvas to draw on.');
    context.imageSmoothingQuality = 'high';
    return { canvas, context };
  };
  const resize = ({ canvas, context }: ReturnType<typeof surface>, width: number, height: number) => {
    const [wide, high] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
    if (canvas.width === wide && canvas.height === high) return;
    canvas.width = wide;
    canvas.height = high;
    context.imageSmoothingQuality = 'high';
  };

  const openSegmenter = async () => {
    standInForPage();
    scope.importScripts(locateFile('selfie_segmentation.js'));
    const { SelfieSegmentation } = scope;
    if (SelfieSegmentation === undefined) throw new Error('The segmenter is not in its file.');
    const segmenter = new SelfieSegmentation({ locateFile });
    segmenter.setOptions({ modelSelection: 1, selfieMode: false });
    let mask: ImageBitmap | null = null;
    segmenter.onResults(({ segmentationMask }) => {
      mask = segmentationMask;
    });
    await segmenter.initialize();
    const small = surface(maskSize.width, maskSize.height);
    return async (picture: CanvasImageSource): Promise<ImageBitmap> => {
      mask = null;
      small.context.drawImage(picture, 0, 0, maskSize.width, maskSize.height);
      await segmenter.send({ image: small.canvas });
      const made = mask as ImageBitmap | null;
      if (made === null) throw new Error('The segmenter gave no mask.');
      return made;
    };
  };

  const openComposer = async () => {
    const findPerson = await openSegmenter();
    const whole = surface();
    const quarter = surface();
    const tiny = surface();
    /** Every picture gets a mask of its own: an older one would show what somebody has moved away from. */
    return async (picture: CanvasImageSource, width: number, height: number): Promise<OffscreenCanvas> => {
      const mask = await findPerson(picture);
      resize(whole, width, height);
      resize(quarter, width / 4, height / 4);
      resize(tiny, width / 20, height / 20);
      quarter.context.drawImage(picture, 0, 0, quarter.canvas.width, quarter.canvas.height);
      tiny.context.drawImage(quarter.canvas, 0, 0, tiny.canvas.width, tiny.canvas.height);
      quarter.context.drawImage(tiny.canvas, 0, 0, quarter.canvas.width, quarter.canvas.height);
      const { context } = whole;
      context.globalCompositeOperation = 'copy';
      context.drawImage(mask, 0, 0, width, height);
      context.globalCompositeOperation = 'source-in';
      context.drawImage(picture, 0, 0, width, height);
      context.globalCompositeOperation = 'destination-over';
      context.drawImage(quarter.canvas, 0, 0, width, height);
      mask.close();
      return whole.canvas;
    };
  };

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds);
    });

  let busySince: number | null = null;
  let typical = 0;
  let slow = false;
  /** Composes one picture and says how long to wait before the next. */
  const pace = async (work: () => Promise<void>): Promise<number> => {
    const began = performance.now();
    busySince = began;
    await work();
    busySince = null;
    const took = performance.now() - began;
    const pause = Math.max(leastMilliseconds - took, took * rest);
    typical = typical === 0 ? took + pause : typical * 0.9 + (took + pause) * 0.1;
    const now = slow ? typical > fastMilliseconds : typical > slowMilliseconds;
    if (now !== slow) scope.postMessage({ type: 'slow', slow: now });
    slow = now;
    return pause;
  };

  const alive = () => {
    const limit = typical === 0 ? firstHangsAfter : hangsAfter;
    if (busySince !== null && performance.now() - busySince > limit) throw new Error('The segmenter hangs.');
    scope.postMessage({ type: 'alive' });
  };

  const throughStreams = async ({ readable, writable }: Streams) => {
    const reader = readable.getReader();
    const writer = writable.getWriter();
    const compose = await openComposer();
    for (;;) {
      const { done, value: frame } = await reader.read();
      if (done) return;
      const pause = await pace(async () => {
        const { displayWidth, displayHeight, timestamp } = frame;
        try {
          const canvas = await compose(frame, displayWidth, displayHeight);
          await writer.write(new VideoFrame(canvas, { timestamp }));
        } finally {
          frame.close();
        }
        scope.postMessage({ type: 'shown' });
      });
      await wait(pause);
    }
  };

  /** For browsers that hand over no streams of frames: the page brings each picture, and is given back another. */
  const throughPictures = async () => {
    const compose = await openComposer();
    const next = () =>
      new Promise<ImageBitmap | null>((resolve) => {
        scope.onmessage = ({ data }) => {
          if (data.type === 'frame') resolve(data.bitmap);
        };
        scope.postMessage({ type: 'next' });
      });
    for (;;) {
      const bitmap = await next();
      if (bitmap === null) {
        await wait(leastMilliseconds);
        continue;
      }
      const pause = await pace(async () => {
        const canvas = await compose(bitmap, bitmap.width, bitmap.height);
        bitmap.close();
        const picture = canvas.transferToImageBitmap();
        scope.postMessage({ type: 'picture', picture }, [picture]);
      });
      await wait(pause);
    }
  };

  const fail = (error: unknown) => {
    scope.postMessage({ type: 'failed', message: String(error) });
  };
  scope.onmessage = ({ data }) => {
    if (data.type !== 'start') return;
    setInterval(() => {
      try {
        alive();
      } catch (error) {
        fail(error);
      }
    }, 1_000);
    (data.streams === null ? throughPictures() : throughStreams(data.streams)).catch(fail);
  };
})();
